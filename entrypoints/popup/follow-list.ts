// What popup and side panel follow: the list that is shown, and the settings it is shown by.
import browser from 'webextension-polyfill';
import type { ListQuery } from '@/lib/papers/list-query';
import type { WatchRule } from '@/lib/papers/watch-rule';
import type { Settings } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import type { DailyList } from '@/lib/store/daily-list';
import { readList } from '@/lib/store/read-list';
import { subscribe } from '@/lib/store/subscribe';
import { db, since } from './live';

/** The list that answers a query, now and after every change; one that cannot be read says so. The returned function ends it. */
export function followList(
  query: ListQuery,
  rules: readonly WatchRule[],
  onList: (list: DailyList) => void,
): () => void {
  function onError(error: unknown) {
    console.error(error);
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
    onList,
    onError,
  );
}

export async function followSettings(onChange: (settings: Settings) => void): Promise<void> {
  watchSettings(browser.storage, new AbortController().signal, onChange);
  onChange(await readSettings(browser.storage));
}
