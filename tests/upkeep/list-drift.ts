// How far lists of related papers that are kept up day by day are from those of one build over all days. For tests and the bench
// alike: knows neither.
import type { ArrivedDay } from '../../lib/feed/day-reader';
import { createPaperIndexer } from '../../lib/related/paper-indexer';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';

/** Each paper's nearest others, nearest first. */
export type ListsById = Map<string, string[]>;

export interface ListDifference {
  /** Lists with other papers in them, or in another order. */
  lists: number;
  /** Papers in lists that are not in the same list of the other. */
  papers: number;
  /** The same of the first five alone, which are what a card shows. */
  shown: number;
  /** How many there are of each. */
  of: { lists: number; papers: number; shown: number };
}

export interface ListDrift {
  /** After the last day came, all lists made anew the day before: what readers see until the next refresh. */
  ofLastDay: ListDifference;
  /** After all days came one by one, and the lists were never made anew: worse than it ever gets. */
  withoutRefresh: ListDifference;
  /** The same once they have been. */
  afterRefresh: ListDifference;
}

const shownOnCard = 5;

export async function readLists(db: PaperglossDatabase): Promise<ListsById> {
  const records = await db.neighbours.toArray();
  return new Map(records.map(({ id, neighbours }) => [id, neighbours.map((neighbour) => neighbour.id)]));
}

export function differenceOf(lists: ListsById, exact: ListsById): ListDifference {
  const difference = { lists: 0, papers: 0, shown: 0, of: { lists: 0, papers: 0, shown: 0 } };
  const missing = (wanted: string[], list: string[]) =>
    wanted.filter((other) => !list.includes(other)).length;
  for (const id of new Set([...lists.keys(), ...exact.keys()])) {
    const [list, whole] = [lists.get(id) ?? [], exact.get(id) ?? []];
    difference.of.lists += 1;
    difference.of.papers += whole.length;
    if (list.join() !== whole.join()) difference.lists += 1;
    difference.papers += missing(whole, list);
    difference.shown += missing(whole.slice(0, shownOnCard), list.slice(0, shownOnCard));
    difference.of.shown += Math.min(shownOnCard, whole.length);
  }
  return difference;
}

/** `openEmpty` gives a database nobody has written to; it is called three times. Rejects with what the indexer reports. */
export async function measureDrift(
  days: readonly ArrivedDay[],
  openEmpty: () => PaperglossDatabase,
): Promise<ListDrift> {
  let time = Date.parse('2026-06-12T12:00:00Z');
  function start() {
    const db = openEmpty();
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const indexer = createPaperIndexer({ db, pause: async () => {}, now: () => time, onFailure });
    const run = async (work: 'bringUpToDate' | 'takeQueued') => {
      await indexer[work]();
      if (failures.length > 0) throw failures[0];
    };
    return { db, run };
  }

  const whole = start();
  for (const day of days) await storeFeedDay(whole.db, day);
  await whole.run('bringUpToDate');
  const wanted = await readLists(whole.db);

  const yesterday = start();
  for (const day of days.slice(0, -1)) await storeFeedDay(yesterday.db, day);
  await yesterday.run('bringUpToDate');
  for (const day of days.slice(-1)) await storeFeedDay(yesterday.db, day);
  await yesterday.run('takeQueued');
  const ofLastDay = differenceOf(await readLists(yesterday.db), wanted);

  const daily = start();
  for (const day of days) {
    await storeFeedDay(daily.db, day);
    await daily.run('takeQueued');
  }
  const withoutRefresh = differenceOf(await readLists(daily.db), wanted);
  time += 24 * 3_600_000;
  await daily.run('bringUpToDate');
  return { ofLastDay, withoutRefresh, afterRefresh: differenceOf(await readLists(daily.db), wanted) };
}
