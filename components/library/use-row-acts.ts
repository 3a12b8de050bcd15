// What the controls of a row do, put together from changes, editors and selection.
import { useRef, useState } from 'preact/hooks';
import { readTags } from '../../lib/papers/entry-changes';
import type { EntryChange } from '../../lib/papers/reading-entry';
import { focusRowOf } from '../page/row-focus';
import type { RowActs } from './LibraryRow';
import type { EntryChanges } from './use-entry-changes';
import type { RowEdits } from './use-row-edits';
import type { Selection } from './use-selection';

/** Tags typed over those that were there: what was not there is added, what is there no more is taken off. */
function tagsChange(text: string, before: string): EntryChange {
  const [typed, had] = [readTags(text), readTags(before)];
  return {
    addTags: typed.filter((tag) => !had.includes(tag)),
    removeTags: had.filter((tag) => !typed.includes(tag)),
  };
}

export function useRowActs(
  changes: EntryChanges,
  edits: RowEdits,
  selection: Selection,
  showTag: (tag: string) => void,
): RowActs {
  const acts: RowActs = {
    setStatus: (entry, status) => changes.change([entry], { status }),
    setStars: (entry, stars) => void changes.change([entry], { stars }),
    remove: (entry) => void changes.remove([entry]),
    async saveText(entry, kind, text, before) {
      const change = kind === 'note' ? { note: text } : tagsChange(text, before);
      const failure = await changes.tryChange([entry], change);
      if (failure !== undefined) edits.keep(entry.id, kind, { text, failure });
      else if (edits.of(entry.id)[kind]?.failure) edits.keep(entry.id, kind, {});
      return failure === undefined;
    },
    snooze(entry, day) {
      focusRowOf(entry.id);
      void changes.change([entry], { snoozedUntil: day }).then((done) => {
        if (done) edits.close(entry.id, 'snooze');
      });
    },
    select: ({ id }, through) => selection.toggle(id, through),
    edit: ({ id }, kind) => edits.open(id, kind),
    endEdit: ({ id }, kind) => edits.close(id, kind),
    focus: ({ id }) => void focusRowOf(id),
    showTag,
  };
  const newest = useRef(acts);
  newest.current = acts;
  return useState(() => throughNewest(newest))[0];
}

/** The same functions at every drawing, which do what the newest of them do: a row is not drawn anew because the list was. */
function throughNewest(newest: { current: RowActs }): RowActs {
  const names = Object.keys(newest.current) as (keyof RowActs)[];
  const through = names.map((name) => [
    name,
    (...given: unknown[]) => (newest.current[name] as (...given: unknown[]) => unknown)(...given),
  ]);
  return Object.fromEntries(through);
}
