// An import into the reading list killed at each of its steps in turn, and done again by the next background. For the unit test and the
// bench; asserts nothing itself.
import 'fake-indexeddb/auto';
import type { ImportedPaper } from '../../lib/formats/imported-paper';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { createReadingListKeeper } from '../../lib/store/reading-list-keeper';
import { createLife } from '../feed/mortal';

export interface KilledImport {
  step: number;
  /** Entries right after the kill. */
  left: number;
  /** What the second import told. */
  again: { added: number; merged: number };
  /** Each entry, as id, title, note and tags. */
  entries: string[];
}

const now = Date.parse('2026-06-12T12:00:00Z');

export const importedPapers: ImportedPaper[] = Array.from({ length: 5 }, (_, position) => ({
  id: `2401.0000${position}`,
  title: `An imported paper, number ${position}`,
  change: { note: `note ${position}`, addTags: ['imported'] },
}));

/** Kept in memory, as the browser keeps it: outlives a background. */
function mirror() {
  const items: Record<string, unknown> = {};
  return {
    get: async () => items,
    set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
    remove: async () => undefined,
  };
}

const keeperOf = (db: PaperglossDatabase) =>
  createReadingListKeeper({ db, mirror: mirror(), now: () => now, onMirrorFailure: () => undefined });

async function entriesOf(db: PaperglossDatabase): Promise<string[]> {
  const entries = await db.readingEntries.toArray();
  return entries.map(({ id, title, note, tags }) => [id, title, note, tags].join(' | '));
}

let worlds = 0;

/** One paper is on the list before, with a tag of its own. */
async function killAt(step?: number) {
  const name = `killed-import-${worlds++}`;
  const control = openDatabase(name);
  await keeperOf(control).save(['2401.00002']);
  const db = openDatabase(name);
  const life = createLife(step);
  await life.owns(db);
  const importing = keeperOf(db).importPapers(importedPapers);
  // Of a dead background nobody hears.
  const heard = importing.catch((error) => (life.isDead ? undefined : Promise.reject(error)));
  await Promise.race([heard, life.killed]);
  db.close();
  const left = await control.readingEntries.count();
  const again = await keeperOf(control).importPapers(importedPapers);
  const entries = await entriesOf(control);
  control.close();
  return { left, again, entries, steps: life.steps };
}

/** Kills an import at each of its steps, one after the other. `entries`: those of one that nobody disturbs. */
export async function killImportEverywhere() {
  const { steps, entries } = await killAt();
  const outcomes: KilledImport[] = [];
  for (let step = 1; step <= steps; step++) outcomes.push({ step, ...(await killAt(step)) });
  return { steps, entries, outcomes };
}
