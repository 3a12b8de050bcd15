// The papers for the reader, out of the newest cached days: what the store knows of the reader's own acts, handed to the ranking.
import type { WhereClause } from 'dexie';
import { type RecentPaper, rankForYou, type Signal } from '../for-you/rank-for-you';
import type { StoredPaper } from '../papers/paper';
import { type DailyList, ranked } from './daily-list';
import type { PaperglossDatabase, SeenPaper, StoredEntry } from './database';
import { daysWithPapers } from './days-with-papers';
import { type ReadContext, readRows } from './list-rows';
import { clearDismissed } from './seen-papers';
import { readState, writeState } from './state';
import { guarded } from './store-error';
import { readSyncState } from './sync-state';

/** Papers are taken from so many of the newest feed days. */
const daysTaken = 15;

const rowsAtMost = 40;

/** So many of the papers saved, opened and dismissed last are looked at. */
const actsOfAKind = 300;

const key = 'for-you';

/** From when on acts of the reader count, ms since 1970. */
const readResetAt = async (db: PaperglossDatabase): Promise<number> =>
  (await readState<{ resetAt: number }>(db, key, { resetAt: 0 })).resetAt;

/** What the reader did up to `now` (ms since 1970) counts no more, and nothing is dismissed. Rejects with StoreError. */
export async function resetForYou(db: PaperglossDatabase, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.state, db.seenPapers, async () => {
      await clearDismissed(db);
      await writeState(db, key, { resetAt: now });
    }),
  );
}

/** Acts after `since` and before `until` count, ms since 1970. */
interface Span {
  since: number;
  until: number;
}

type Act = Pick<Signal, 'id' | 'kind' | 'weight' | 'at'> & { title?: string };

function weightOf({ status, stars }: StoredEntry): number {
  if (status === 'dropped') return -0.5;
  return 1 + (status === 'done' ? 0.2 : 0) + stars * 0.2;
}

/** One act a paper: what is on the list counts as saved, whatever else was done with it, and what was dismissed as nothing else. */
async function readActs(
  db: PaperglossDatabase,
  savedIds: ReadonlySet<string>,
  { since, until }: Span,
): Promise<Act[]> {
  const newest = <Row, New>(time: WhereClause<Row, string, New>) =>
    time.between(since, until, false, false).reverse().limit(actsOfAKind).toArray();
  const [saved, opened, dismissed] = await Promise.all([
    newest(db.readingEntries.where('addedAt')),
    newest(db.seenPapers.where('openedAt')),
    newest(db.seenPapers.where('dismissedAt')),
  ]);
  const isDismissed = ({ dismissedAt }: SeenPaper) => dismissedAt !== undefined && dismissedAt < until;
  return [
    ...saved.map((entry): Act => {
      const { id, title, addedAt } = entry;
      return { id, title, kind: 'saved', weight: weightOf(entry), at: addedAt };
    }),
    ...opened
      .filter((paper) => !savedIds.has(paper.id) && !isDismissed(paper))
      .map(({ id, openedAt = 0 }): Act => ({ id, kind: 'opened', weight: 1, at: openedAt })),
    ...dismissed
      .filter(({ id }) => !savedIds.has(id))
      .map(({ id, dismissedAt = 0 }): Act => ({ id, kind: 'dismissed', weight: 1, at: dismissedAt })),
  ];
}

/** By their own day in one request, not one by one: there are hundreds. */
async function readRecentPapers(db: PaperglossDatabase): Promise<StoredPaper[]> {
  const days = await daysWithPapers(db).limit(daysTaken).toArray();
  const oldest = days.at(-1);
  if (!oldest) return [];
  const listed = new Set(days.flatMap(({ paperIds }) => paperIds));
  const papers = await db.papers.where('day').aboveOrEqual(oldest.day).toArray();
  return papers.filter(({ id }) => listed.has(id));
}

/**
 * Ids of papers that are no news to the reader, or not wanted. What was saved or opened since the reader turned to the list stays in it:
 * it must not go from under the reader's eyes. What is dismissed is to go.
 */
async function readHandled(
  db: PaperglossDatabase,
  savedIds: readonly string[],
  { until }: Span,
): Promise<Set<string>> {
  const [opened, dismissed] = await Promise.all([
    db.seenPapers.where('openedAt').below(until).primaryKeys(),
    db.seenPapers.orderBy('dismissedAt').primaryKeys(),
  ]);
  return new Set([...savedIds, ...opened, ...dismissed]);
}

/** The papers nearest to each of these, in their order; none where they were not found yet. Found beforehand: the index is not loaded. */
async function readNear(db: PaperglossDatabase, ids: readonly string[]): Promise<string[][]> {
  const lists = await db.neighbours.bulkGet([...ids]);
  return lists.map((list) => list?.neighbours.map(({ id }) => id) ?? []);
}

async function readSignals(
  db: PaperglossDatabase,
  savedIds: ReadonlySet<string>,
  span: Span,
): Promise<Signal[]> {
  const acts = await readActs(db, savedIds, span);
  const ids = acts.map(({ id }) => id);
  const [papers, near] = await Promise.all([db.papers.bulkGet(ids), readNear(db, ids)]);
  return acts.map(({ title, ...act }, position) => ({
    ...act,
    title: papers[position]?.title || title || `arXiv:${act.id}`,
    keywords: papers[position]?.keywords ?? [],
    neighbours: near[position] ?? [],
  }));
}

async function readRanked(db: PaperglossDatabase, context: ReadContext): Promise<DailyList> {
  const until = context.turnedAt ?? Number.POSITIVE_INFINITY;
  const [since, savedIds] = await Promise.all([
    readResetAt(db),
    db.readingEntries.where('addedAt').below(until).primaryKeys(),
  ]);
  const span = { since, until };
  const [sync, signals, handled, recent] = await Promise.all([
    readSyncState(db, context.now),
    readSignals(db, new Set(savedIds), span),
    readHandled(db, savedIds, span),
    readRecentPapers(db),
  ]);
  const near = signals.length > 0 ? await readNear(db, recent.map(toId)) : [];
  const papers = recent.map(
    ({ id, keywords, upvotes, day = '', fetchedAt }, position): RecentPaper => ({
      id,
      keywords,
      upvotes,
      at: Date.parse(day) || fetchedAt,
      neighbours: near[position] ?? [],
    }),
  );
  const best = rankForYou(signals, papers, handled, context.now).slice(0, rowsAtMost);
  const byId = new Map(recent.map((paper) => [paper.id, paper]));
  const found = best.flatMap(({ id }) => byId.get(id) ?? []);
  const rows = await readRows(db, found, context);
  return {
    query: { view: 'for-you' },
    source: rows.length > 0 ? 'feed' : 'none',
    papers: ranked(rows.map((row, position) => ({ ...row, reasons: best[position]?.reasons }))),
    sync,
  };
}

const toId = ({ id }: { id: string }) => id;

/**
 * At most 40 papers of the newest 15 cached days, best first, each with its reasons; none where the reader has done nothing that counts.
 * What was done since `turnedAt` does not change the order. One transaction; rejects as any read does.
 */
export function readForYou(db: PaperglossDatabase, context: ReadContext): PromiseLike<DailyList> {
  const tables = [db.papers, db.feedDays, db.readingEntries, db.seenPapers, db.neighbours, db.state];
  // Dexie keeps a transaction open over `await` only where the scope itself is an async function.
  return db.transaction('r', tables, async () => readRanked(db, context));
}
