// The rows of every list of the popup: a paper with what the reader has had to do with it. One batch of reads, however many papers.
import { matchingRule } from '../papers/match-watch-rules';
import type { StoredPaper } from '../papers/paper';
import type { WatchRule } from '../papers/watch-rule';
import type { DailyRow } from './daily-list';
import type { PaperglossDatabase, SeenPaper, StoredEntry } from './database';

export interface ReadContext {
  /** ms since 1970 */
  now: number;
  /** When this visit of the reader began, ms since 1970. */
  since: number;
  /** When the reader turned to this list, ms since 1970: what is done there changes no order under the reader's hand. */
  turnedAt?: number;
  rules: readonly WatchRule[];
}

/** What the reader has had to do with papers, by id. */
export interface ReaderMarks {
  entries: Map<string, StoredEntry>;
  seen: Map<string, SeenPaper>;
}

/** Reads both tables at once, and needs ids alone: whoever reads the papers need not wait for them first. */
export async function readMarks(db: PaperglossDatabase, ids: string[]): Promise<ReaderMarks> {
  const [entries, seen] = await Promise.all([db.readingEntries.bulkGet(ids), db.seenPapers.bulkGet(ids)]);
  return { entries: byId(entries), seen: byId(seen) };
}

const byId = <T extends { id: string }>(found: (T | undefined)[]): Map<string, T> =>
  new Map(found.flatMap((one) => (one ? [[one.id, one]] : [])));

/** The papers as rows, in their order and without a rank. The abstract stays only where there is no summary. */
export function toRows(
  papers: readonly StoredPaper[],
  { entries, seen }: ReaderMarks,
  { since, rules }: ReadContext,
): DailyRow[] {
  return papers.map((paper) => {
    const { repositoryKey: _key, rank: _rank, rankOf: _of, ...shown } = paper;
    const known = seen.get(paper.id);
    return {
      ...shown,
      abstract: paper.summary ? '' : paper.abstract,
      status: entries.get(paper.id)?.status,
      unseen: known === undefined || isUnseen(known, since) || undefined,
      seen: known?.openedAt !== undefined || undefined,
      gained: gainedSince(known, paper.upvotes, since),
      watched: matchingRule(rules, paper),
    };
  });
}

/** `toRows` for whoever has the papers already. To be called inside a transaction that may read `readingEntries` and `seenPapers`. */
export async function readRows(
  db: PaperglossDatabase,
  papers: readonly StoredPaper[],
  context: ReadContext,
): Promise<DailyRow[]> {
  const marks = await readMarks(
    db,
    papers.map(({ id }) => id),
  );
  return toRows(papers, marks, context);
}

/** What the visit itself has shown counts as unseen until its end. */
const isUnseen = ({ openedAt, shownAt }: SeenPaper, since: number): boolean =>
  openedAt === undefined && (shownAt === undefined || shownAt >= since);

/** Since the look before this visit; undefined where there was none, or nothing was gained. */
function gainedSince(
  known: SeenPaper | undefined,
  upvotes: number | undefined,
  since: number,
): number | undefined {
  const before = known?.look && known.look.at >= since ? known.lookBefore : known?.look;
  if (before?.upvotes === undefined || upvotes === undefined) return undefined;
  return upvotes > before.upvotes ? upvotes - before.upvotes : undefined;
}
