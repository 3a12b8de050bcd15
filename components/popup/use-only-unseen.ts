// Leaving out what the reader has seen: the switch, which changes with the click, and which papers are left.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DailyRow } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import type { Status } from '../page/StatusBar';

export interface UnseenActions {
  /** Keeps the choice. Rejects with a `MessageFailure`. */
  setOnlyUnseen(on: boolean): Promise<unknown>;
}

/**
 * `stored` is the setting; until it has caught up with a click, the click counts. A paper that was unseen when its list was shown stays
 * while the switch is on: it does not go from under the reader's eyes because it was opened.
 */
export function useOnlyUnseen(
  papers: readonly DailyRow[],
  stored: boolean,
  actions: UnseenActions,
  say: (status: Status | undefined) => void,
) {
  const [clicked, setClicked] = useState<boolean>();
  useEffect(() => setClicked(undefined), [stored]);
  const on = clicked ?? stored;

  const kept = useRef(new Set<string>());
  const unseen = papers.filter((paper) => paper.unseen);
  if (on) for (const { id } of unseen) kept.current.add(id);
  else kept.current.clear();

  async function set(next: boolean) {
    setClicked(next);
    try {
      await actions.setOnlyUnseen(next);
    } catch (error) {
      setClicked(undefined);
      say({ failed: true, text: t('changeFailed', failureText(failureOf(error))) });
    }
  }

  return {
    on,
    set: (next: boolean) => void set(next),
    papers: on ? papers.filter(({ id }) => kept.current.has(id)) : papers,
    /** How many of them are unseen. */
    unseen: unseen.length,
  };
}
