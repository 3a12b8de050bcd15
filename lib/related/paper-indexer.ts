// The index as the background uses it: brought up to date on demand, and asked. One run at a time.
import type { Neighbour } from '../papers/neighbour';
import type { PaperglossDatabase } from '../store/database';
import { IndexMoved, type IndexParts, readIndexProgress, readIndexState } from '../store/index-store';
import { createBreath } from './breath';
import { createIndexMemory } from './index-memory';
import { drainQueue } from './index-upkeep';
import type { IndexedPaper } from './indexed-paper';
import type { PaperIndex, Sequences } from './paper-index';
import type { Query } from './query';
import { rankText } from './rank-text';
import { reasonsFor } from './reasons';
import { isRefreshDue, refreshLists } from './refresh-lists';
import { type SearchResult, searchIndex } from './search';
import { weighIndex } from './similarity';

export interface PaperIndexerDeps {
  db: PaperglossDatabase;
  /** Gives way to whatever else waits in this worker. */
  pause(): Promise<void>;
  /** ms since 1970 */
  now(): number;
  /** Told what went wrong while nobody was waiting for it. */
  onFailure(error: unknown): void;
}

export interface PaperIndexer {
  /**
   * Takes in what is queued, and makes lists anew where that is due. One run at a time: whoever calls meanwhile waits for it, and for
   * what was queued after it had looked. Never rejects.
   */
  bringUpToDate(): Promise<void>;
  /** Takes in what is queued, while more is on its way; writing the index and making lists anew are left for later. Never rejects. */
  takeQueued(): Promise<void>;
  /** The same as `bringUpToDate`, if there is anything to do; costs next to nothing if there is not. Never rejects. */
  resume(): Promise<void>;
  /** The papers that match, as slots of the index that comes with them. */
  search(query: Query, limit: number): Promise<{ found: SearchResult; index: PaperIndex }>;
  /** The nearest papers to a text, nearest first, each with its reasons. Waits where papers are missing in the index. */
  nearestTo(paper: IndexedPaper, limit: number): Promise<Neighbour[]>;
  /** While papers are missing in the index: how many it has, of those cached. */
  progress(): Promise<{ done: number; of: number } | undefined>;
  /** Lets go of what it holds: the index was cleared. */
  forget(): void;
}

/** Somebody else may write the index; who writes it all the time is none of us. */
const attempts = 3;

export function createPaperIndexer(deps: PaperIndexerDeps): PaperIndexer {
  const { db, now, onFailure } = deps;
  const memory = createIndexMemory(db, () => void bringUpToDate());
  let running: Promise<void> | undefined;
  let again = false;
  let refreshing = false;

  async function round(): Promise<void> {
    const upkeep = { db, now, breathe: createBreath(deps.pause), onChange: memory.keep };
    // Whoever asks for more meanwhile gets it in the next round: lists are made anew for an index that is written only.
    const isWhole = refreshing;
    const drained = await drainQueue(upkeep, await memory.whole(), isWhole);
    const state = await readIndexState(db);
    if (isWhole && state && isRefreshDue(state, now())) await refreshLists(upkeep, drained, state);
  }

  async function work(): Promise<void> {
    for (let failed = 0; again; ) {
      again = false;
      try {
        await round();
        failed = 0;
      } catch (error) {
        memory.forget();
        failed += 1;
        if (!(error instanceof IndexMoved) || failed >= attempts) throw error;
        again = true;
      }
    }
  }

  function run(): Promise<void> {
    again = true;
    running ??= work()
      .catch((error) => {
        again = false;
        onFailure(error);
      })
      .finally(() => {
        running = undefined;
        if (again) void run();
        else refreshing = false;
      });
    return running;
  }

  function bringUpToDate(): Promise<void> {
    refreshing = true;
    return run();
  }

  async function resume(): Promise<void> {
    const [queued, state, papers] = await Promise.all([
      db.indexQueue.count(),
      readIndexState(db),
      db.papers.limit(1).count(),
    ]);
    const isMissing = state === undefined && papers > 0;
    if (queued > 0 || isMissing || (state && isRefreshDue(state, now()))) await bringUpToDate();
  }

  const progress = () => readIndexProgress(db, memory.papers());

  /** All of one state: what is being kept up meanwhile changes all of them. */
  async function allParts(): Promise<IndexParts> {
    const parts = {
      index: await memory.part('index'),
      sequences: await memory.part('sequences'),
      lists: await memory.part('lists'),
    };
    return memory.holds(parts) ? parts : allParts();
  }

  return {
    bringUpToDate,
    takeQueued: run,
    forget: memory.forget,
    resume: () => resume().catch(onFailure),

    async search(query, limit) {
      for (;;) {
        const index = await memory.part('index');
        let parts: Partial<IndexParts> = {};
        const found = await searchIndex(
          index,
          async () => {
            parts = { index, sequences: await memory.part('sequences') };
            return parts.sequences as Sequences;
          },
          query,
          limit,
        );
        if (memory.holds(parts)) return { found, index };
      }
    },

    async nearestTo(paper, limit) {
      let parts = await allParts();
      // Half an index would name the wrong neighbours.
      if (await progress()) {
        await run();
        parts = await allParts();
      }
      const { index, sequences, lists } = parts;
      const weighed = weighIndex(index, sequences);
      const ranked = rankText(weighed, lists, paper, limit);
      const papers = await db.papers.bulkGet(ranked.map(({ slot }) => index.ids[slot] as string));
      return ranked.flatMap(({ slot, sequence }, position) => {
        const stored = papers[position];
        const reasons = stored ? reasonsFor(weighed, { paper: stored, slot }, sequence) : [];
        return stored && reasons.length > 0 ? [{ id: stored.id, title: stored.title, reasons }] : [];
      });
    },

    progress,
  };
}
