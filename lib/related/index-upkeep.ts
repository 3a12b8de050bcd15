// Keeps the index up to date: works through the queue of papers, in slices. What is done is written down, so that whoever was killed
// goes on from there.
import type { StoredPaper } from '../papers/paper';
import type { PaperglossDatabase, QueuedPapers } from '../store/database';
import {
  type IndexParts,
  loadIndexPart,
  readIndexQueue,
  readIndexState,
  saveIndex,
  saveNeighbours,
  startIndexOver,
} from '../store/index-store';
import { absorbPapers } from './absorb-papers';
import type { Breathe } from './breath';
import { emptyNearest } from './nearest';
import { neighbourRecords } from './neighbour-records';
import { emptyIndex, emptySequences } from './paper-index';

export interface HeldIndex extends IndexParts {
  /** Of the stored one it comes from. */
  revision: number;
  /** What it has taken in since. */
  unwritten: Unwritten;
}

interface Unwritten {
  /** Rows of the queue: they stay there until the index is written, so that nothing is lost with the worker. */
  rows: number[];
  /** Papers that came, changed or went. */
  papers: number;
}

export const nothingUnwritten: Unwritten = { rows: [], papers: 0 };

export interface UpkeepDeps {
  db: PaperglossDatabase;
  breathe: Breathe;
  /** ms since 1970 */
  now(): number;
  /** Told of every index there is. */
  onChange(held: HeldIndex): void;
}

/** Papers are taken from the queue by as many as this, or by a quarter of those the index has: its arrays are made anew each time. */
const leastTakenAtOnce = 500;

/** The index is written when so many papers have changed, or an eighth of those it has: that takes longer than all the rest. */
const leastWritten = 500;

/** How many papers are read from the database at once. */
const readAtOnce = 50;

/** What is stored, or an empty index with every paper in the queue. */
export async function openIndex(db: PaperglossDatabase): Promise<HeldIndex & { startedOver: boolean }> {
  const [index, sequences, lists] = await Promise.all([
    loadIndexPart(db, 'index'),
    loadIndexPart(db, 'sequences'),
    loadIndexPart(db, 'lists'),
  ]);
  if (index && sequences && lists) {
    const { revision } = index.state;
    // Written meanwhile: the next look finds all parts of one state.
    if ([sequences, lists].some(({ state }) => state.revision !== revision)) return openIndex(db);
    return {
      revision,
      index: index.value,
      sequences: sequences.value,
      lists: lists.value,
      unwritten: nothingUnwritten,
      startedOver: false,
    };
  }
  const empty = { index: emptyIndex(), sequences: emptySequences(), lists: emptyNearest(0) };
  return { revision: await startIndexOver(db), ...empty, unwritten: nothingUnwritten, startedOver: true };
}

/**
 * Takes in everything that is queued; new papers get their neighbours, older ones learn of them. The index itself is written where
 * enough has changed, or where `write` says so. Returns what it leaves. Rejects with IndexMoved, and with StoreError.
 */
export async function drainQueue(deps: UpkeepDeps, opened: HeldIndex, write: boolean): Promise<HeldIndex> {
  const { db } = deps;
  let held = opened;
  for (;;) {
    const count = held.index.ids.length;
    const after = held.unwritten.rows.at(-1) ?? 0;
    const rows = await readIndexQueue(db, after, Math.max(leastTakenAtOnce, count / 4));
    const isWritten = rows.length === 0 ? write : held.unwritten.papers >= Math.max(leastWritten, count / 8);
    if (isWritten && held.unwritten.rows.length > 0) held = await writeIndex(deps, held);
    if (rows.length === 0) return held;
    held = await takeRows(deps, held, rows);
  }
}

async function takeRows(deps: UpkeepDeps, held: HeldIndex, rows: QueuedPapers[]): Promise<HeldIndex> {
  const { db, breathe } = deps;
  const papers = await readPapers(deps, [...new Set(rows.flatMap((row) => row.ids))]);
  const absorbed = await absorbPapers(held, papers, breathe);
  if (absorbed) {
    const { weighed, lists, related, taken, removed } = absorbed;
    const neighbours = await neighbourRecords(db, weighed, lists, [...related], taken, breathe);
    await saveNeighbours(db, held.revision, neighbours, removed);
  }
  const { index, sequences, lists } = absorbed ?? held;
  const changed = absorbed ? absorbed.taken.size + absorbed.removed.length : 0;
  const next = {
    revision: held.revision,
    index,
    sequences,
    lists,
    unwritten: {
      rows: [...held.unwritten.rows, ...rows.map(({ number }) => number)],
      papers: held.unwritten.papers + changed,
    },
  };
  deps.onChange(next);
  return next;
}

async function readPapers({ db, breathe }: UpkeepDeps, ids: string[]) {
  const papers = new Map<string, StoredPaper | undefined>();
  for (let start = 0; start < ids.length; start += readAtOnce) {
    const part = ids.slice(start, start + readAtOnce);
    const stored = await db.papers.bulkGet(part);
    for (const [position, id] of part.entries()) papers.set(id, stored[position]);
    await breathe();
  }
  return papers;
}

async function writeIndex({ db, now, onChange }: UpkeepDeps, held: HeldIndex): Promise<HeldIndex> {
  const { index, sequences, lists, unwritten } = held;
  const before = await readIndexState(db);
  const isChanged = unwritten.papers > 0;
  const revision = await saveIndex(db, held.revision, {
    parts: isChanged ? { index, sequences, lists } : {},
    done: unwritten.rows,
    state: {
      papers: index.ids.length,
      changed: (before?.changed ?? 0) + unwritten.papers,
      refreshedAt: before?.refreshedAt ?? now(),
      ...(!isChanged && before?.refresh && { refresh: before.refresh }),
    },
  });
  const written = { ...held, revision, unwritten: nothingUnwritten };
  onChange(written);
  return written;
}
