// The script that draws cards and badges. The background puts it into a page on which there is something to draw, and no other.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawMention } from '@/components/mention/draw-mention';
import { provideDrawMention } from '@/lib/page/card-script';

export default defineUnlistedScript(() => provideDrawMention(drawMention));
