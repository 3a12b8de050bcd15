// Brings a list, the bar above it and what the bar does together: one host, and one arrangement that it undoes when it goes.
import type { DrawList, KnownEntry } from '../../lib/page/card-script';
import { arrangeList } from '../../lib/page/list-arrangement';
import { createShadowHost } from '../../lib/page/shadow-host';
import tokens from '../tokens.css?inline';
import css from './list-bar.css?inline';
import { renderListBar } from './render-list-bar';

const countsOf = (entries: KnownEntry[]) => ({
  listed: entries.filter(({ cards }) => cards.length > 0).length,
  total: entries.length,
});

export const drawList: DrawList = ({ document, entries, theme }) => {
  const { host, root } = createShadowHost(document, 'bar', tokens + css);
  host.dataset.theme = theme;
  const arrangement = arrangeList(entries);
  const bar = renderListBar(root, countsOf(entries), arrangement.show);
  return {
    host,
    update(next) {
      arrangement.update(next);
      bar.update(countsOf(next));
    },
    remove() {
      arrangement.show({ isSorted: false, isFiltered: false });
      bar.remove();
      host.remove();
    },
  };
};
