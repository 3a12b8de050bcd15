// Each paper's nearest others as they are stored for look-ups: with title and reasons, so that a look-up needs no index.
import type { Neighbour } from '../papers/neighbour';
import type { PaperglossDatabase, StoredNeighbours } from '../store/database';
import type { Breathe } from './breath';
import type { NearestLists } from './nearest';
import { sequenceOf } from './paper-index';
import { reasonsFor } from './reasons';
import type { WeighedIndex } from './similarity';
import { listOf } from './slot-lists';

/**
 * The records of these slots. What an older record says of a pair is taken over, unless one of the two is among `anew`: papers that
 * came or changed. A neighbour without any reason is left out.
 */
export async function neighbourRecords(
  db: PaperglossDatabase,
  weighed: WeighedIndex,
  lists: NearestLists,
  slots: readonly number[],
  anew: ReadonlySet<number>,
  breathe: Breathe,
): Promise<StoredNeighbours[]> {
  const { ids } = weighed.index;
  const idOf = (slot: number) => ids[slot] as string;
  const stored = await db.neighbours.bulkGet(slots.map(idOf));
  const plans = slots.map((slot, position) => ({
    slot,
    wanted: [...listOf(lists.nearest, slot)],
    known: new Map(stored[position]?.neighbours.map((neighbour) => [neighbour.id, neighbour])),
  }));
  const isKnown = (slot: number, other: number, known: Map<string, Neighbour>) =>
    !anew.has(slot) && !anew.has(other) && known.has(idOf(other));
  const needed = new Set(
    plans.flatMap(({ slot, wanted, known }) => wanted.filter((other) => !isKnown(slot, other, known))),
  );
  const papers = await db.papers.bulkGet([...needed].map(idOf));
  const bySlot = new Map([...needed].map((slot, position) => [slot, papers[position]]));

  const records: StoredNeighbours[] = [];
  for (const { slot, wanted, known } of plans) {
    const sequence = sequenceOf(weighed.sequences, slot);
    const neighbours = wanted.flatMap((other): Neighbour[] => {
      if (isKnown(slot, other, known)) return [known.get(idOf(other)) as Neighbour];
      const paper = bySlot.get(other);
      const reasons = paper ? reasonsFor(weighed, { paper, slot: other }, sequence) : [];
      return paper && reasons.length > 0 ? [{ id: paper.id, title: paper.title, reasons }] : [];
    });
    records.push({ id: idOf(slot), neighbours });
    await breathe();
  }
  return records;
}
