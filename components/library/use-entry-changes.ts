// Working through the reading list: what is changed, taken off and put back, one entry or many at once, and what is said about it.
import { inverseChange } from '../../lib/papers/entry-changes';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import type { Status } from '../page/StatusBar';
import { changeText, removalText } from './change-texts';
import { effectiveChange } from './effective-change';
import type { UndoStep } from './use-undo';

/** All of them reject with a `MessageFailure`, and then nothing has changed. */
export interface EntryActions {
  change(changes: { id: string; change: EntryChange }[]): Promise<unknown>;
  /** Resolves to what was removed, so that it can be put back whole. */
  remove(ids: string[]): Promise<ReadingEntry[]>;
  restore(entries: ReadingEntry[]): Promise<unknown>;
}

export interface EntryChanges {
  /** Why the change failed, in words; undefined when it is done, or nothing was to be done. Says nothing of a failure. */
  tryChange(entries: readonly ReadingEntry[], asked: EntryChange): Promise<string | undefined>;
  /** Whether it is done; a failure is said. */
  change(entries: readonly ReadingEntry[], asked: EntryChange): Promise<boolean>;
  remove(entries: readonly ReadingEntry[]): Promise<boolean>;
}

/** How long a removal and a change are offered to be taken back, ms. With the key they can be later, too. */
const removalOffered = 20_000;
const changeOffered = 8_000;

export function useEntryChanges(
  actions: EntryActions,
  say: (status: Status | undefined) => void,
  push: (step: UndoStep) => void,
): EntryChanges {
  async function tryChange(entries: readonly ReadingEntry[], asked: EntryChange) {
    const changed = entries.flatMap((before) => {
      const change = effectiveChange(before, asked);
      return change ? [{ before, change }] : [];
    });
    if (changed.length === 0) return undefined;
    try {
      await actions.change(changed.map(({ before: { id }, change }) => ({ id, change })));
    } catch (error) {
      return failureText(failureOf(error));
    }
    const back = changed.map(({ before, change }) => ({
      id: before.id,
      change: inverseChange(before, change),
    }));
    const said = changeText(
      changed.map(({ before }) => before),
      asked,
    );
    push({ said, offered: changeOffered, takeBack: () => actions.change(back) });
    return undefined;
  }

  async function change(entries: readonly ReadingEntry[], asked: EntryChange) {
    const failure = await tryChange(entries, asked);
    if (failure) say({ failed: true, text: t('libraryChangeFailed', failure) });
    return failure === undefined;
  }

  async function remove(entries: readonly ReadingEntry[]) {
    if (entries.length === 0) return true;
    try {
      const removed = await actions.remove(entries.map(({ id }) => id));
      const step = { offered: removalOffered, takeBack: () => actions.restore(removed) };
      if (removed.length > 0) push({ said: removalText(removed), ...step });
      return true;
    } catch (error) {
      say({ failed: true, text: t('libraryRemoveFailed', failureText(failureOf(error))) });
      return false;
    }
  }

  return { tryChange, change, remove };
}
