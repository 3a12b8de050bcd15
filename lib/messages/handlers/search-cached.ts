// Answers a search from what is cached: the one paper or repository a query names, or what the index finds. Asks nobody.

import { matchingRule } from '../../papers/match-watch-rules';
import type { StoredPaper } from '../../papers/paper';
import type { FoundPaper, SearchAnswer } from '../../papers/search-answer';
import { targetText } from '../../papers/target';
import { toCardData } from '../../papers/to-card-data';
import type { Dictionary } from '../../related/dictionary';
import { marksIn } from '../../related/marks';
import type { PaperIndexer } from '../../related/paper-indexer';
import { parseQuery } from '../../related/query';
import type { PaperglossDatabase } from '../../store/database';
import { lookUp } from '../../store/papers';
import { readSeen } from '../../store/seen-papers';
import type { WatchRules } from './look-up-cards';

interface Searched {
  dictionary: Dictionary;
  terms: ReadonlySet<number>;
}

/** At most `limit` papers. An `owner/name` that is no cached repository is searched for as words. */
export async function searchCached(
  db: PaperglossDatabase,
  indexer: Pick<PaperIndexer, 'search' | 'progress'>,
  text: string,
  limit: number,
  watchRules: WatchRules = [],
): Promise<SearchAnswer> {
  const query = parseQuery(text);
  const { target } = query;
  const named = target ? ((await lookUp(db, [target]))[0] ?? []) : [];
  if (named.length > 0) {
    return { papers: await toFoundPapers(db, named.slice(0, limit), watchRules), total: named.length };
  }
  const missing = target && targetText(target);
  if (target?.kind === 'paper') return { papers: [], total: 0, missing };

  const { found, index } = await indexer.search(query, limit);
  // Asked afterwards: an index that turned out to be broken has been started over by then.
  const indexing = await indexer.progress();
  const stored = await db.papers.bulkGet(found.slots.map((slot) => index.ids[slot] as string));
  const papers = stored.filter((paper) => paper !== undefined);
  return {
    papers: await toFoundPapers(db, papers, watchRules, { dictionary: index.dictionary, terms: found.terms }),
    total: found.total,
    ...(found.partly && { partly: true }),
    ...(missing !== undefined && found.total === 0 && { missing }),
    ...(indexing && { indexing }),
  };
}

async function toFoundPapers(
  db: PaperglossDatabase,
  papers: StoredPaper[],
  watchRules: WatchRules,
  searched?: Searched,
): Promise<FoundPaper[]> {
  const ids = papers.map(({ id }) => id);
  const [entries, seen, rules] = await Promise.all([
    db.readingEntries.bulkGet(ids),
    readSeen(db, ids),
    watchRules,
  ]);
  const known = new Map<string, boolean>();
  const marks = (text: string) => (searched ? marksIn(text, searched.dictionary, searched.terms, known) : []);
  return papers.map((paper, position) => {
    const readerMarks = { watched: matchingRule(rules, paper) };
    const card = toCardData(paper, [], entries[position]?.status, readerMarks);
    return {
      ...card,
      marks: { title: marks(card.title), summary: marks(card.summary) },
      seen: seen.has(paper.id),
    };
  });
}
