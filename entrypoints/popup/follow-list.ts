// What popup and side panel follow: the list that is shown, with the days beside it ready, and the settings it is shown by.
import browser from 'webextension-polyfill';
import { stepsOf } from '@/components/popup/list-steps';
import { report } from '@/lib/diagnosis/report';
import type { ListQuery } from '@/lib/papers/list-query';
import type { WatchRule } from '@/lib/papers/watch-rule';
import type { Settings } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import type { DailyList } from '@/lib/store/daily-list';
import { createListsBeforehand } from '@/lib/store/lists-beforehand';
import { readList } from '@/lib/store/read-list';
import { subscribe } from '@/lib/store/subscribe';
import { db, since } from './live';

let rulesThen: readonly WatchRule[] = [];
const beforehand = createListsBeforehand({
  read(query) {
    const now = Date.now();
    return readList(db, query, { now, since, rules: rulesThen, turnedAt: now });
  },
  whenIdle: (run) => void requestIdleCallback(run),
  now: Date.now,
});

/**
 * The list that answers a query, now and after every change; one that cannot be read says so. A day that was read beforehand comes at
 * once. The returned function ends it.
 */
export function followList(
  query: ListQuery,
  rules: readonly WatchRule[],
  onList: (list: DailyList) => void,
): () => void {
  // What was read is marked by the rules of then.
  if (rules !== rulesThen) beforehand.prepare([]);
  rulesThen = rules;
  const ready = beforehand.take(query);
  if (ready) onList(ready);
  function onError(error: unknown) {
    report(error, 'popup');
    const failure = {
      code: 'internal',
      detail: error instanceof Error ? error.message : String(error),
    } as const;
    onList({ query, source: 'none', papers: [], sync: {}, failure });
  }
  // What the reader saves or opens in the list of papers for them does not put it into another order meanwhile.
  const turnedAt = Date.now();
  return subscribe(
    () => {
      const context = { now: Date.now(), since, rules, turnedAt };
      return readList(db, query, context);
    },
    (list) => {
      onList(list);
      const { earlier, later } = list.query.view === 'day' ? stepsOf(list, Date.now()) : {};
      beforehand.prepare([earlier, later].filter((step) => step !== undefined));
    },
    onError,
  );
}

export async function followSettings(onChange: (settings: Settings) => void): Promise<void> {
  watchSettings(browser.storage, new AbortController().signal, onChange);
  onChange(await readSettings(browser.storage));
}
