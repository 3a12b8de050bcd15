// Copying the shown list as Markdown, and saying what came of it.
import type { DailyList, DailyRow } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import type { Status } from '../page/StatusBar';
import { listHeading } from './list-heading';

export interface CopyActions {
  /** Writes a list as Markdown to the clipboard. Rejects where the browser lets nothing onto it. */
  copyList(list: { heading: string; papers: DailyRow[] }): Promise<unknown>;
}

/** How long it is said that something was copied, ms. */
const saidFor = 4_000;

/** Undefined where there is nothing to copy, and for what is the reader's own: a list for the reader means nothing to others. */
export function copyOf(
  list: DailyList | undefined,
  actions: CopyActions,
  say: (status: Status) => void,
): (() => void) | undefined {
  if (!list || list.papers.length === 0 || list.query.view === 'for-you') return undefined;
  return async () => {
    try {
      await actions.copyList({ heading: t('copyListHeading', listHeading(list)), papers: list.papers });
      say({ text: t('listCopied'), lasts: saidFor });
    } catch {
      say({ failed: true, text: t('copyRefused') });
    }
  };
}
