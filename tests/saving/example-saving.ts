// Saving without a store: entries are made up, and what was asked is remembered.
import { vi } from 'vitest';
import { newEntry } from '../../lib/papers/entry-changes';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import type { SavingDeps } from '../../lib/saving/save-target';

export function entry(id: string, title = `Title of ${id}`): ReadingEntry {
  return newEntry({ id, title, authors: [] }, { now: 1_780_000_000_000, device: 'testing' });
}

/** `Known/Code` is the one repository a cached paper belongs to; ids that begin with 24 are not cached. */
export function exampleSaving() {
  return {
    save: vi.fn<SavingDeps['save']>(async (ids) =>
      ids.map((id) => entry(id, id.startsWith('24') ? '' : undefined)),
    ),
    bestPaperOf: vi.fn<SavingDeps['bestPaperOf']>(async (slug) =>
      slug === 'Known/Code' ? '2606.00001' : undefined,
    ),
    fetchDetails: vi.fn<SavingDeps['fetchDetails']>(async () => undefined),
  };
}

/** An event of the browser's that a test can fire; `fire` resolves when every listener is done. */
export function createEvent<Args extends unknown[]>() {
  const listeners: ((...args: Args) => unknown)[] = [];
  return {
    addListener: (listener: (...args: Args) => unknown) => void listeners.push(listener),
    fire: (...args: Args) => Promise.all(listeners.map((listener) => listener(...args))),
  };
}
