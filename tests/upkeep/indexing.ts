// An indexer as a background has it that has just started, and questions to it, for the tests of the index's upkeep.
import { createPaperIndexer, type PaperIndexer } from '../../lib/related/paper-indexer';
import { parseQuery } from '../../lib/related/query';
import type { PaperglossDatabase } from '../../lib/store/database';
import type { IndexState } from '../../lib/store/index-store';
import { now } from '../store/stored-papers';

export interface StartedIndexer extends PaperIndexer {
  /** What went wrong while nobody was waiting for it. */
  failures: unknown[];
  /** Identifiers of what a search finds, best first. */
  find(text: string): Promise<string[]>;
}

export interface Surroundings {
  pause?: () => Promise<void>;
  /** ms since 1970 */
  now?: () => number;
}

export function startIndexer(db: PaperglossDatabase, surroundings: Surroundings = {}): StartedIndexer {
  const failures: unknown[] = [];
  const indexer = createPaperIndexer({
    db,
    pause: async () => {},
    now: () => now,
    onFailure: (error) => failures.push(error),
    ...surroundings,
  });
  return {
    ...indexer,
    failures,
    async find(text) {
      const { found, index } = await indexer.search(parseQuery(text), 100);
      return found.slots.map((slot) => index.ids[slot] as string);
    },
  };
}

/** All that the index keeps in the database, but for the numbers that count how often it was written. */
export async function readWholeIndex(db: PaperglossDatabase) {
  const [parts, neighbours, queued, state] = await Promise.all([
    db.indexParts.toArray(),
    db.neighbours.toArray(),
    db.indexQueue.count(),
    db.state.get('index'),
  ]);
  const { papers, sums, changed, refresh } = (state?.value ?? {}) as Partial<IndexState>;
  return { parts, neighbours, queued, papers, sums, changed, refresh };
}

/** Runs `work` and counts what it writes to the database. */
export async function countWrites(work: () => Promise<unknown>): Promise<number> {
  let writes = 0;
  const restore = onEachWrite(() => {
    writes += 1;
  });
  await work().finally(restore);
  return writes;
}

const writing = ['put', 'add', 'delete', 'clear'] as const;

/** Calls `before` ahead of every write to any database; what it throws, the write throws. Returns what ends it. */
export function onEachWrite(before: () => void): () => void {
  const { prototype } = IDBObjectStore;
  const originals = writing.map((name) => [name, prototype[name]] as const);
  for (const [name, original] of originals) {
    prototype[name] = function (this: IDBObjectStore, ...parameters: never[]) {
      before();
      return Reflect.apply(original, this, parameters);
    } as never;
  }
  return () => {
    for (const [name, original] of originals) prototype[name] = original as never;
  };
}
