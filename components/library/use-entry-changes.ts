// Working through the reading list: what is changed, taken off and put back, and what is said about it.
import type { ReadingEntry, ReadingStatus } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import type { Status } from '../page/StatusBar';
import type { SavingActions } from '../page/use-saved-marks';

/** All of them reject with a `MessageFailure`. */
export interface EntryActions extends SavingActions {
  setStatus(id: string, status: ReadingStatus): Promise<unknown>;
}

/** How long a removal can be taken back, ms. */
const undoTime = 20_000;

type FailedText = 'libraryStatusFailed' | 'libraryRemoveFailed' | 'libraryRestoreFailed';

/** `onLeaving` is told which row a change is about to take off the list. */
export function useEntryChanges(
  actions: EntryActions,
  say: (status: Status | undefined) => void,
  onLeaving: (id: string) => void,
) {
  async function attempt<T>(failedText: FailedText, write: () => Promise<T>): Promise<T | undefined> {
    try {
      return await write();
    } catch (error) {
      say({ failed: true, text: t(failedText, failureText(failureOf(error))) });
      return undefined;
    }
  }
  async function restore(entry: ReadingEntry) {
    say(undefined);
    await attempt('libraryRestoreFailed', () => actions.restore(entry));
  }
  async function remove({ id }: ReadingEntry) {
    onLeaving(id);
    const removed = await attempt('libraryRemoveFailed', () => actions.remove(id));
    if (!removed) return;
    const action = { label: t('pageUndo'), run: () => void restore(removed) };
    say({ text: t('pageRemoved', removed.title), action, lasts: undoTime });
  }
  /** `leaves`: the list shows one status only. */
  async function changeStatus({ id }: ReadingEntry, next: ReadingStatus, leaves: boolean) {
    if (leaves) onLeaving(id);
    await attempt('libraryStatusFailed', () => actions.setStatus(id, next));
  }
  return { remove, changeStatus };
}
