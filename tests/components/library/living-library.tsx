// The library over a list that changes as the store's would: for tests of what is done and taken back.
import { fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { Library, type LibraryProps } from '../../../components/library/Library';
import { changeEntry } from '../../../lib/papers/entry-changes';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { entry, type libraryActions, libraryProps } from './library-fixtures';

export type FakeActions = ReturnType<typeof libraryActions>;

/** Papers 3, 2 and 1, in the order in which they are listed. */
export const three = ['3', '2', '1'].map((id) => entry(id, { addedAt: Number(id), title: `Paper ${id}` }));

interface LivingProps {
  first: readonly ReadingEntry[];
  actions: FakeActions;
  fields?: Partial<LibraryProps>;
}

function LivingLibrary({ first, actions, fields }: LivingProps) {
  const [entries, setEntries] = useState(first);
  actions.change.mockImplementation(async (changes) =>
    setEntries((list) =>
      list.map((each) =>
        changes
          .filter(({ id }) => id === each.id)
          .reduce(
            (changed, { change }) => changeEntry(changed, change, { now: Date.now(), device: 'mine' }),
            each,
          ),
      ),
    ),
  );
  actions.remove.mockImplementation(async (ids) => {
    setEntries((list) => list.filter(({ id }) => !ids.includes(id)));
    return entries.filter(({ id }) => ids.includes(id));
  });
  actions.restore.mockImplementation(async (back) => setEntries((list) => [...list, ...back]));
  return <Library {...libraryProps(actions, entries, fields)} />;
}

export const live = (
  actions: FakeActions,
  entries: readonly ReadingEntry[] = three,
  fields?: Partial<LibraryProps>,
) => render(<LivingLibrary first={entries} actions={actions} fields={fields} />);

export const titles = () => [...document.querySelectorAll('.entry h2')].map((heading) => heading.textContent);

export const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });

/** The row of the paper with that title. */
export function rowOf(title: string): HTMLElement {
  const row = [...document.querySelectorAll<HTMLElement>('.entry')].find((each) =>
    each.textContent?.includes(title),
  );
  if (!row) throw new Error(`No row of “${title}”`);
  return row;
}
