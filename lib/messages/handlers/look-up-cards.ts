// Answers look-ups from the store, and on request from the feed. One batch of reads a message, whatever its size.
import type { FeedClient } from '../../feed/feed-client';
import type { CardData } from '../../papers/card-data';
import { matchingRule } from '../../papers/match-watch-rules';
import type { StoredPaper } from '../../papers/paper';
import type { ReadingEntry } from '../../papers/reading-entry';
import { savedCardData, toCardData } from '../../papers/to-card-data';
import type { WatchRule } from '../../papers/watch-rule';
import type { PaperglossDatabase } from '../../store/database';
import { isKnownMiss, recordMiss } from '../../store/missed-look-ups';
import { readUpvoteHistories } from '../../store/momentum';
import { lookUp, storePaper } from '../../store/papers';
import { readRelated } from '../../store/related-papers';
import { readSeen } from '../../store/seen-papers';
import type { LookUpTarget } from '../protocol';

/** The reader's rules, or the promise of them: they are then read at the same time as the papers. */
export type WatchRules = readonly WatchRule[] | Promise<readonly WatchRule[]>;

/**
 * Cards for each target in the order asked: of what is cached, and of papers on the reading list that are not. Related papers and the
 * history of upvotes are read for the card form only: a badge shows none.
 */
export async function lookUpCards(
  db: PaperglossDatabase,
  targets: LookUpTarget[],
  watchRules: WatchRules = [],
): Promise<CardData[][]> {
  const [found, rules] = await Promise.all([
    lookUp(
      db,
      targets.map(({ target }) => target),
    ),
    watchRules,
  ]);
  const ids = new Set(found.flat().map((paper) => paper.id));
  for (const { target } of targets) if (target.kind === 'paper') ids.add(target.id);
  const inCards = targets.flatMap(({ form }, position) => (form === 'card' ? (found[position] ?? []) : []));
  const [stored, seen, histories] = await Promise.all([
    ids.size > 0 ? db.readingEntries.bulkGet([...ids]) : [],
    readSeen(db, [...ids]),
    readUpvoteHistories(db, inCards),
  ]);
  const entries = new Map(stored.map((entry) => [entry?.id, entry]));

  async function card(paper: StoredPaper, form: LookUpTarget['form']): Promise<CardData> {
    const { id } = paper;
    const marks = { seen: seen.has(id), watched: matchingRule(rules, paper) };
    const status = entries.get(id)?.status;
    if (form === 'badge') return toCardData(paper, [], status, marks);
    const history = histories.get(id);
    const upvoteHistory = history && history.length > 1 ? history : undefined;
    return toCardData(paper, await readRelated(db, id), status, { ...marks, upvoteHistory });
  }

  function savedCard(entry: ReadingEntry): CardData {
    const watched = matchingRule(rules, { ...entry, abstract: '', keywords: [] });
    return savedCardData(entry, { seen: seen.has(entry.id), watched });
  }

  return Promise.all(
    targets.map(async ({ target, form }, position) => {
      const papers = found[position] ?? [];
      const saved = target.kind === 'paper' && papers.length === 0 ? entries.get(target.id) : undefined;
      return saved ? [savedCard(saved)] : Promise.all(papers.map((paper) => card(paper, form)));
    }),
  );
}

/**
 * One paper straight from the feed, stored on the way. Undefined when the feed does not have it, which is
 * remembered for a day. Callers make sure that the reader asked for it or allowed it. `now` in ms since 1970.
 */
export async function lookUpOnline(
  db: PaperglossDatabase,
  client: Pick<FeedClient, 'paper'>,
  id: string,
  now: () => number,
  watchRules: WatchRules = [],
): Promise<CardData | undefined> {
  const target = { target: { kind: 'paper', id }, form: 'card' } as const;
  const [cached] = await lookUpCards(db, [target], watchRules);
  if (cached?.[0] && cached[0].origin !== 'list') return cached[0];
  if (await isKnownMiss(db, id, now())) return undefined;
  const paper = await client.paper(id);
  if (!paper) {
    await recordMiss(db, id, now);
    return undefined;
  }
  await storePaper(db, paper, now());
  const [stored] = await lookUpCards(db, [target], watchRules);
  return stored?.[0];
}
