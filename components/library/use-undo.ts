// Taking back, step by step: what was done last is offered in the status bar, and what was done before it is reached with the key.
import { useRef } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import type { Status } from '../page/StatusBar';

export interface UndoStep {
  /** What was done, as a sentence. */
  said: string;
  /** How long it is offered in the status bar, ms. */
  offered: number;
  takeBack(): Promise<unknown>;
}

/** So many steps back. */
const stepsKept = 50;

/** How long it is said that something was taken back, ms. */
const undoneTime = 6_000;

export function useUndo(say: (status: Status | undefined) => void) {
  const steps = useRef<UndoStep[]>([]);
  const takingBack = useRef(false);

  function push(step: UndoStep): void {
    steps.current = [...steps.current, step].slice(-stepsKept);
    const action = { label: t('pageUndo'), run: () => void undo() };
    say({ text: step.said, action, lasts: step.offered });
  }

  /** Takes back the newest step that was not; what cannot be taken back now stays for another try. */
  async function undo(): Promise<void> {
    const step = steps.current.at(-1);
    if (!step || takingBack.current) return;
    takingBack.current = true;
    try {
      await step.takeBack();
      steps.current = steps.current.filter((each) => each !== step);
      say({ text: t('libraryUndone', step.said), lasts: undoneTime });
    } catch (error) {
      say({ failed: true, text: t('libraryUndoFailed', failureText(failureOf(error))) });
    } finally {
      takingBack.current = false;
    }
  }

  return { push, undo };
}
