// A large index without the minutes it takes to compare every paper with every other: words and postings are real, the lists of
// neighbours are drawn by lot, with scores such that a new paper enters about as many of them as it would.

import type { StoredPaper } from '../../../lib/papers/paper';
import { extendIndex } from '../../../lib/related/extend-index';
import { alikeTo, emptyNearest, type NearestLists, nearTo } from '../../../lib/related/nearest';
import { emptyIndex, emptySequences, sequenceOf } from '../../../lib/related/paper-index';
import { weighIndex } from '../../../lib/related/similarity';
import type { SlotLists } from '../../../lib/related/slot-lists';
import type { PaperglossDatabase, StoredNeighbours } from '../../../lib/store/database';
import { type IndexParts, readIndexState, saveIndex } from '../../../lib/store/index-store';
import { randomFrom } from './generated-papers';

const takenAtOnce = 2_000;
const sampled = 60;

function drawByLot({ room, slots, scores }: SlotLists, count: number, score: number): void {
  const random = randomFrom(97);
  for (let position = 0; position < slots.length; position++) slots[position] = Math.floor(random() * count);
  scores.fill(score);
  if (room > count) throw new Error('Too few papers to draw from');
}

/** The score that `rank` others reach, on average over a sample. */
function usualScore(count: number, rank: number, scoresOf: (slot: number) => Float32Array): number {
  const step = Math.floor(count / sampled);
  const reached = Array.from({ length: sampled }, (_, sample) =>
    scoresOf(sample * step)
      .sort()
      .at(-rank),
  );
  return reached.reduce<number>((sum, score) => sum + (score ?? 0), 0) / sampled;
}

export function buildIndex(papers: readonly StoredPaper[]): IndexParts {
  let parts = { index: emptyIndex(), sequences: emptySequences() };
  for (let start = 0; start < papers.length; start += takenAtOnce) {
    const extension = extendIndex(parts.index, parts.sequences);
    for (const paper of papers.slice(start, start + takenAtOnce)) extension.add(paper);
    parts = extension.finish();
  }
  return { ...parts, lists: listsFor(parts) };
}

function listsFor({ index, sequences }: Pick<IndexParts, 'index' | 'sequences'>): NearestLists {
  const count = index.ids.length;
  const lists = emptyNearest(count);
  const weighed = weighIndex(index, sequences);
  const alike = (slot: number) => alikeTo(weighed, sequenceOf(sequences, slot), slot);
  drawByLot(lists.closest, count, usualScore(count, lists.closest.room, alike));
  const near = (slot: number) => {
    const closest = lists.closest.slots.subarray(slot * lists.closest.room, (slot + 1) * lists.closest.room);
    return nearTo(weighed, lists.closest, { alike: alike(slot), closest, title: 0, repository: 0 });
  };
  // Papers differ in how near others come: with the average as the lowest score of all, too many would let a new paper in.
  drawByLot(lists.nearest, count, usualScore(count, 3, near));
  return lists;
}

/** Writes the index, as if it were up to date. */
export async function storeIndex(
  db: PaperglossDatabase,
  parts: IndexParts,
  papers: StoredPaper[],
): Promise<void> {
  const { room, slots } = parts.lists.nearest;
  const neighbours = papers.map(
    ({ id }, slot): StoredNeighbours => ({
      id,
      neighbours: Array.from(slots.subarray(slot * room, (slot + 1) * room), (other) => ({
        id: papers[other]?.id ?? '',
        title: papers[other]?.title ?? '',
        reasons: [{ kind: 'keywords', keywords: papers[other]?.keywords.slice(0, 3) ?? [] }],
      })),
    }),
  );
  for (let start = 0; start < neighbours.length; start += 1_000)
    await db.neighbours.bulkPut(neighbours.slice(start, start + 1_000));
  await db.indexQueue.clear();
  await saveIndex(db, (await readIndexState(db))?.revision ?? 0, {
    parts,
    state: { papers: papers.length, changed: 0, refreshedAt: Date.now() },
  });
}
