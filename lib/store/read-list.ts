// Reads whichever list a page of ours shows. What each of them is made of is in the files it asks.
import type { ListQuery } from '../papers/list-query';
import { type DailyList, readDay } from './daily-list';
import type { PaperglossDatabase } from './database';
import { readForYou } from './for-you';
import type { ReadContext } from './list-rows';
import { readPeriodList } from './period-list';
import { guarded, StoreError } from './store-error';

export type { ReadContext };

/**
 * The list as far as it is cached; nobody is asked. A browser that gives no database is told as a failure; all other errors reject, and a
 * week or month that is none rejects with RangeError.
 */
export async function readList(
  db: PaperglossDatabase,
  query: ListQuery,
  context: ReadContext,
): Promise<DailyList> {
  try {
    return await guarded(() => read(db, query, context));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { code, message: detail } = error;
    const day = query.view === 'day' ? query.day : undefined;
    return { query, source: 'none', day, papers: [], sync: {}, failure: { code, detail } };
  }
}

function read(db: PaperglossDatabase, query: ListQuery, context: ReadContext): PromiseLike<DailyList> {
  const reader = [db.readingEntries, db.seenPapers, db.state];
  const tables = [db.papers, db.feedDays, db.feedLists, db.neighbours, ...reader];
  // Dexie keeps a transaction open over `await` only where the scope itself is an async function.
  return db.transaction('r', tables, async () => {
    if (query.view === 'day') return readDay(db, query.day, context);
    return query.view === 'for-you' ? readForYou(db, context) : readPeriodList(db, query, context);
  });
}
