// The living popup, and the same in the side panel: drawn over the picture once its list is read, then whenever something changes.
import { mountPage } from '@/components/page/mount-page';
import { takeFirstDrawing } from '@/components/popup/first-drawing';
import { Popup } from '@/components/popup/Popup';
import type { PopupActions, PopupProps } from '@/components/popup/popup-props';
import { report } from '@/lib/diagnosis/report';
import type { ListQuery } from '@/lib/papers/list-query';
import type { Settings } from '@/lib/settings/settings';
import { t } from '@/lib/text/translate';
import { followList, followSettings } from './follow-list';
import { followTab } from './follow-tab';
import { keepPicture } from './keep-picture';
import { actions as asked, isSidePanel, offerSite } from './live';

export function startPopup(): void {
  const picture = takeFirstDrawing();
  const page = mountPage(t('extensionName'), picture?.theme);
  let settings: Settings | undefined;
  let query: ListQuery = { view: 'day' };
  let unfollow = () => {};
  let isAlive = false;
  let shown: Omit<PopupProps, 'now' | 'online' | 'actions'> = {
    list: undefined,
    onPage: { cards: [] },
    settings: { onlyUnseen: false, thumbnails: false },
  };

  const actions: PopupActions = {
    ...asked,
    showList(next) {
      query = next;
      follow();
    },
  };

  function draw(changed: Partial<typeof shown> = {}): void {
    shown = { ...shown, ...changed };
    // Nothing is drawn over the picture but the list itself.
    if (picture && !shown.list) return;
    const drawing = () =>
      page.draw(<Popup {...shown} now={Date.now()} online={navigator.onLine} actions={actions} />);
    const isFirst = !isAlive;
    isAlive = true;
    if (picture && isFirst) picture.liveOn(drawing);
    else drawing();
  }

  function follow(): void {
    unfollow();
    unfollow = followList(query, settings?.watchRules ?? [], (list) => {
      draw({ list });
      keepPicture(page.root, settings?.theme ?? 'auto', list.papers.length === 0);
    });
  }

  draw();
  void followSettings((next) => {
    const isNewRules = JSON.stringify(next.watchRules) !== JSON.stringify(settings?.watchRules);
    settings = next;
    page.useTheme(next);
    if (isNewRules) follow();
    draw({ settings: next });
  }).catch((error) => {
    report(error, 'popup');
    follow();
  });
  void followTab(isSidePanel, {
    onPage: (onPage) => draw({ onPage }),
    onTab: () => void offerSite().then((offer) => draw({ offer })),
  });
  for (const event of ['online', 'offline']) window.addEventListener(event, () => draw());
}
