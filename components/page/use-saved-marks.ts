// Saving from a page of ours: the mark changes with the click, the store follows; what fails is said and taken back.
import { useEffect, useState } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from './failure-text';
import type { Status } from './StatusBar';

export interface SavingActions {
  /** Rejects with a `MessageFailure`, as the other two do. */
  save(id: string): Promise<unknown>;
  /** Resolves to what was removed, so that it can be put back whole. */
  remove(id: string): Promise<ReadingEntry | undefined>;
  restore(entry: ReadingEntry): Promise<unknown>;
}

/** How long a removal can be taken back from the bar, ms. */
const undoTime = 20_000;

/**
 * `stored` says which ids the store has as saved, as far as the page knows. Until it has caught up with a click,
 * the click counts.
 */
export function useSavedMarks(
  stored: ReadonlyMap<string, boolean>,
  actions: SavingActions,
  say: (status: Status | undefined) => void,
) {
  const [clicked, setClicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isSaved = (id: string) => clicked.get(id) ?? stored.get(id) ?? false;

  function mark(id: string, saved: boolean | undefined) {
    setClicked((marks) => {
      const changed = new Map(marks);
      if (saved === undefined) changed.delete(id);
      else changed.set(id, saved);
      return changed;
    });
  }
  useEffect(() => {
    const ahead = [...clicked].filter(([id, saved]) => (stored.get(id) ?? false) !== saved);
    if (ahead.length < clicked.size) setClicked(new Map(ahead));
  }, [clicked, stored]);

  async function attempt<T>(id: string, saved: boolean, write: () => Promise<T>): Promise<T | undefined> {
    mark(id, saved);
    say(undefined);
    try {
      return await write();
    } catch (error) {
      mark(id, undefined);
      say({
        failed: true,
        text: t(saved ? 'popupSaveFailed' : 'popupRemoveFailed', failureText(failureOf(error))),
      });
    }
    return undefined;
  }

  async function toggle(id: string) {
    if (!isSaved(id)) {
      await attempt(id, true, () => actions.save(id));
      return;
    }
    const removed = await attempt(id, false, () => actions.remove(id));
    if (!removed) return;
    const run = () => void attempt(id, true, () => actions.restore(removed));
    say({ text: t('pageRemoved', removed.title), action: { label: t('pageUndo'), run }, lasts: undoTime });
  }

  return { isSaved, toggle };
}
