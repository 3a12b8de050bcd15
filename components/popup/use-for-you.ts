// What the reader does to the papers found for them: one is sent away, with a way back, or all that counted so far is forgotten.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DailyRow } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { currentRowPosition, focusRowAt } from '../page/row-focus';
import type { Status } from '../page/StatusBar';

export interface ForYouActions {
  /** The paper is not wanted among those for the reader, or wanted there again. Rejects with a `MessageFailure`, as the other does. */
  dismiss(id: string, dismissed: boolean): Promise<unknown>;
  /** What was saved, opened and dismissed so far counts no more. */
  startAfresh(): Promise<unknown>;
}

/** How long a dismissal can be taken back from the bar, ms. */
const undoTime = 20_000;

export function useForYou(
  papers: readonly DailyRow[],
  actions: ForYouActions,
  say: (status: Status | undefined) => void,
) {
  /** Sent away on this page: gone with the click, whenever the list follows. */
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  /** Where the row stood that had the focus and went. */
  const leftAt = useRef(-1);
  useLayoutEffect(() => {
    if (leftAt.current >= 0) focusRowAt(leftAt.current);
    leftAt.current = -1;
  }, [away]);

  function mark(id: string, isAway: boolean) {
    setAway((ids) => new Set(isAway ? [...ids, id] : [...ids].filter((other) => other !== id)));
  }
  async function attempt(act: () => Promise<unknown>, undo?: () => void): Promise<boolean> {
    say(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      undo?.();
      say({ failed: true, text: t('changeFailed', failureText(failureOf(error))) });
      return false;
    }
  }

  async function dismiss(id: string) {
    const title = papers.find((paper) => paper.id === id)?.title;
    if (title === undefined || away.has(id)) return;
    leftAt.current = currentRowPosition();
    mark(id, true);
    if (
      !(await attempt(
        () => actions.dismiss(id, true),
        () => mark(id, false),
      ))
    )
      return;
    const run = () => {
      mark(id, false);
      void attempt(
        () => actions.dismiss(id, false),
        () => mark(id, true),
      );
    };
    say({ text: t('forYouDismissed', title), action: { label: t('pageUndo'), run }, lasts: undoTime });
  }

  async function startAfresh() {
    if (await attempt(actions.startAfresh)) say({ text: t('forYouResetDone'), lasts: undoTime });
  }

  return {
    isAway: (id: string) => away.has(id),
    dismiss: (id: string) => void dismiss(id),
    startAfresh: () => void startAfresh(),
  };
}
