// Two reading lists of which each knows of changes the other does not, made into one: the entries alone, and with the store. Runs in a
// page of the extension, in a database of its own.
import { changeEntry } from '../../../lib/papers/entry-changes';
import { mergeEntries } from '../../../lib/papers/merge-entries';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { openDatabase } from '../../../lib/store/database';
import { mergeIntoList } from '../../../lib/store/reading-list';
import { interleave, timed } from '../interleave.mjs';
import { generateEntries } from './generated-entries';

const now = Date.now();

/** Of every five entries one is changed on the other machine, one there and here. */
function twoLists(count: number): { here: ReadingEntry[]; there: ReadingEntry[] } {
  const entries = generateEntries(count, now);
  const changed = (device: string, from: number) =>
    entries.map((entry, index) =>
      index % 5 >= from ? changeEntry(entry, { addTags: [device], stars: 1 }, { now, device }) : entry,
    );
  return { here: changed('here', 4), there: changed('away', 3) };
}

/** ms for merging in memory, list against list. */
function mergeLists({ here, there }: ReturnType<typeof twoLists>): Promise<number> {
  const known = new Map(here.map((entry) => [entry.id, entry]));
  return timed(() => {
    for (const entry of there) {
      const twin = known.get(entry.id);
      known.set(entry.id, twin ? mergeEntries(twin, entry) : entry);
    }
  });
}

/** ms for merging `there` into a stored list. */
async function mergeStored({ here, there }: ReturnType<typeof twoLists>): Promise<number> {
  const db = openDatabase('papergloss-bench-merge');
  await db.readingEntries.bulkPut(here.map((entry) => ({ ...entry, writtenAt: now })));
  let changed = 0;
  const ms = await timed(async () => {
    changed = (await mergeIntoList(db, there, { now, device: 'mine' })).length;
  });
  await db.delete();
  const expected = there.filter((_, index) => index % 5 >= 3).length;
  if (changed !== expected) throw new Error(`${changed} entries changed instead of ${expected}`);
  return ms;
}

/** ms for each round, of `count` entries and of twice as many. */
export async function compare(count: number, rounds: number) {
  const [once, twice] = [twoLists(count), twoLists(2 * count)];
  const lists = await interleave(
    { once: () => mergeLists(once), twice: () => mergeLists(twice) },
    { rounds: 5 * rounds, warmUp: 3 },
  );
  const stored = await interleave(
    { once: () => mergeStored(once), twice: () => mergeStored(twice) },
    { rounds, warmUp: 0 },
  );
  return { lists, stored };
}
