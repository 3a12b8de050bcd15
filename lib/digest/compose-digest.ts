// What the morning digest says: how many papers of the newest day are new to the reader, and the three that matter most. Reads the cache
// and asks nobody.
import { addDays, feedDayOf } from '../papers/feed-day';
import { matchingRule } from '../papers/match-watch-rules';
import type { FeedDay } from '../papers/paper';
import { plainText } from '../papers/plain-text';
import type { WatchRule } from '../papers/watch-rule';
import type { PaperglossDatabase } from '../store/database';
import { t } from '../text/translate';
import { readNewestUnseen } from '../toolbar/newest-unseen';

export interface Digest {
  day: FeedDay;
  title: string;
  /** One title a line. */
  message: string;
}

/** What is older is no news, days: a weekend and a holiday lie between. */
const maxAge = 4;

const maxTitles = 3;
const maxTitleLength = 110;

function headline(papers: number, watched: number): string {
  const news = papers === 1 ? t('digestNewOne') : t('digestNew', papers);
  return watched > 0 ? t('digestWatched', news, watched) : news;
}

/**
 * Of the newest cached day, where it comes after `last`, the day of the last digest. Undefined where the day is old, at `now` (ms since
 * 1970), or has nothing the reader has not seen. Rejects as any read of the store does.
 */
export async function composeDigest(
  db: PaperglossDatabase,
  rules: readonly WatchRule[],
  last: FeedDay | undefined,
  now: number,
): Promise<Digest | undefined> {
  const newest = await readNewestUnseen(db);
  const today = feedDayOf(now);
  if (!newest || !today || newest.day < addDays(today, -maxAge)) return undefined;
  if (last !== undefined && newest.day <= last) return undefined;
  const papers = (await db.papers.bulkGet(newest.paperIds)).filter((paper) => paper !== undefined);
  if (papers.length === 0) return undefined;
  const watched = new Set(papers.filter((paper) => matchingRule(rules, paper) !== undefined));
  const rest = papers.filter((paper) => !watched.has(paper));
  // Both are best first, as the day has them.
  const first = [...watched, ...rest].slice(0, maxTitles);
  return {
    day: newest.day,
    title: headline(papers.length, watched.size),
    message: first.map(({ title }) => plainText(title, maxTitleLength)).join('\n'),
  };
}
