// The index at work among many stored papers: taking in a day, searching, its size. Runs in a page of the extension, in a database of
// its own.
import { searchCached } from '../../../lib/messages/handlers/search-cached';
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { StoredPaper } from '../../../lib/papers/paper';
import { drainQueue, openIndex } from '../../../lib/related/index-upkeep';
import { createPaperIndexer } from '../../../lib/related/paper-indexer';
import { openDatabase } from '../../../lib/store/database';
import { queueForIndex, saveIndex } from '../../../lib/store/index-store';
import { interleave, timed } from '../interleave.mjs';
import { buildIndex, storeIndex } from './fill-index';
import { generatePapers, randomFrom } from './generated-papers';
import { typedQueries } from './typed-queries';

const dayOf = 50;

const db = openDatabase('papergloss-bench-index');
let papers: StoredPaper[] = [];
/** Papers that are not stored yet, the days to come. */
let coming: StoredPaper[] = [];

const indexer = () =>
  createPaperIndexer({
    db,
    now: Date.now,
    // A page that is not in sight waits a second for a timer; the background does not.
    pause: () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(undefined);
      }),
    onFailure(error) {
      throw error;
    },
  });

const bytesOf = (value: unknown): number => {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part), 0)
    : 0;
};

const textBytes = ({ title, abstract, summary, keywords, authors, organization }: StoredPaper) =>
  bytesOf([title, abstract, summary, keywords, authors, organization]);

/** Returns the bytes of the texts, and of the index: its parts, and the neighbours stored beside it. */
export async function fill(count: number, days: number) {
  const now = Date.now();
  const all = generatePapers(count + days * dayOf, feedDayOf(now) ?? '', now);
  papers = all.slice(0, count);
  coming = all.slice(count);
  await db.delete();
  await db.open();
  for (let start = 0; start < count; start += 1_000)
    await db.papers.bulkPut(papers.slice(start, start + 1_000));
  const parts = buildIndex(papers);
  await storeIndex(db, parts, papers);
  const stored = new Map((await db.indexParts.toArray()).map(({ name, value }) => [name, bytesOf(value)]));
  return {
    texts: papers.reduce((sum, paper) => sum + textBytes(paper), 0),
    index: stored.get('index') ?? 0,
    sequences: stored.get('sequences') ?? 0,
    lists: stored.get('lists') ?? 0,
  };
}

/** Writes the index with what is queued; the extension does so at the end of a sync, or when more has come. */
async function write(): Promise<void> {
  const deps = { db, now: Date.now, breathe: async () => {}, onChange: () => {} };
  await drainQueue(deps, await openIndex(db), true);
}

/** Writing the whole index as it is, which changes nothing. ms for each round. */
export async function timeWrite(rounds: number): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { index, sequences, lists, revision } = await openIndex(db);
    const state = { papers: index.ids.length, changed: 0, refreshedAt: 0 };
    taken.push(await timed(() => saveIndex(db, revision, { parts: { index, sequences, lists }, state })));
  }
  return taken;
}

/**
 * A day of 50 papers: stored with all that follows, by an indexer that has just started; against their `bulkPut`. ms for each round.
 * The papers are other ones each time, those of both sides different.
 */
export async function compareDay(rounds: number) {
  const random = randomFrom(31);
  let entered = 0;
  const next = () => {
    const day = coming.splice(0, dayOf).map((paper) => ({ ...paper, id: `${paper.id}-${random()}` }));
    if (day.length < dayOf) throw new Error('No more days to come');
    return day;
  };
  const taken = await interleave(
    {
      bulkPut: async () => {
        const day = next();
        return timed(() => db.papers.bulkPut(day));
      },
      day: async () => {
        const day = next();
        const before = await db.neighbours.count();
        const ms = await timed(async () => {
          await db.transaction('rw', db.papers, db.indexQueue, async () => {
            await db.papers.bulkPut(day);
            await queueForIndex(
              db,
              day.map(({ id }) => id),
            );
          });
          await indexer().takeQueued();
        });
        await write();
        if ((await db.neighbours.count()) !== before + dayOf) throw new Error('The day has no neighbours');
        const ids = new Set(day.map(({ id }) => id));
        await db.neighbours.each(({ neighbours }) => {
          if (neighbours.some(({ id }) => ids.has(id))) entered += 1;
        });
        return ms;
      },
    },
    { rounds, warmUp: 1 },
  );
  return { ...taken, entered: entered / ((rounds + 1) * dayOf) };
}

/** ms of each keystroke, answered by the handler, against reading as many papers by their keys. */
export async function compareKeystrokes(count: number) {
  const warm = indexer();
  await warm.search(
    { words: ['ba'], lastIsOpen: true, phrases: [], authors: [], organizations: [], hasCode: false },
    1,
  );
  const taken = { search: [] as number[], bulkGet: [] as number[] };
  for (const query of typedQueries(papers, count)) {
    let ids: string[] = [];
    taken.search.push(
      await timed(async () => {
        ids = (await searchCached(db, warm, query, 50)).papers.map(({ id }) => id);
      }),
    );
    taken.bulkGet.push(await timed(() => db.papers.bulkGet(ids)));
  }
  return taken;
}

/** The first answer of an indexer that has just started, against reading the stored bytes of the part it needs. ms for each round. */
export async function compareFirstAnswer(rounds: number) {
  const queries = typedQueries(papers, rounds * 20).filter((_, position) => position % 20 === 12);
  return interleave(
    {
      first: async () => {
        const query = queries.pop() ?? 'ba';
        return timed(() => searchCached(db, indexer(), query, 50));
      },
      load: () => timed(() => db.indexParts.get('index')),
    },
    { rounds, warmUp: 1 },
  );
}

let held: ReturnType<typeof indexer> | undefined;

/** Searches, and keeps what it holds, so that it can be weighed from outside. */
export async function hold(): Promise<number> {
  held = indexer();
  papers = [];
  coming = [];
  const { total } = await searchCached(db, held, 'ba', 50);
  return total;
}

export async function letGo(): Promise<void> {
  held?.forget();
  await db.delete();
}
