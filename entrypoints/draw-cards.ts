// The script that draws cards, badges and the bar above a list. The background puts it into a page on which there is something to
// draw, and no other.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawList } from '@/components/list-bar/draw-list';
import { drawMention } from '@/components/mention/draw-mention';
import { createCardActions } from '@/lib/page/card-actions';
import { provideDrawer } from '@/lib/page/card-script';
import { drawerWith } from '@/lib/page/drawer';

const create = drawerWith(drawMention, drawList);

export default defineUnlistedScript(() =>
  provideDrawer(({ send, ...page }) => create({ ...page, actions: createCardActions(send, page.site) })),
);
