// Related papers by what two papers share: the repository, or keywords, rare ones counting more. Reads by index and with limits,
// so that a keyword of thousands of papers costs as little as one of a few.
import type { RelatedPaper, RelatedReason } from '../papers/card-data';
import type { StoredPaper } from '../papers/paper';
import type { PaperglossDatabase } from '../store/database';

/** A keyword of more papers than this is common: it confirms a relation and proposes none, unless nothing else does. */
const commonFrom = 200;

/** Of a common keyword that many of the newest papers are proposed. */
const newestOfCommon = 40;

/** The candidates that are read whole. */
const maxCandidates = 30;

/** Neighbours of the same repository leave room for others. */
const maxOfRepository = 3;

/** Keywords named as a reason. */
const maxReasonKeywords = 3;

interface KeywordUse {
  key: string;
  /** The papers it proposes. */
  ids: string[];
  weight: number;
}

/**
 * Up to `limit` other papers: those of the same repository first (three at most while there are others), then by the weight of
 * the keywords both have; the newest first among equals. A single keyword that is common makes no relation.
 */
export function findRelated(db: PaperglossDatabase, paper: StoredPaper, limit = 5): Promise<RelatedPaper[]> {
  return db.transaction('r', db.papers, db.readingEntries, async () => {
    const [siblings, neighbours] = await Promise.all([
      ofSameRepository(db, paper, limit),
      ofSharedKeywords(db, paper, limit),
    ]);
    const siblingIds = new Set(siblings.map(({ id }) => id));
    const others = neighbours.filter(({ paper: { id } }) => !siblingIds.has(id));
    const room = Math.min(siblings.length, Math.max(maxOfRepository, limit - others.length));
    const { repository = '' } = paper;
    const found = [
      ...siblings.slice(0, room).map((sibling) => ({
        paper: sibling,
        reason: { kind: 'repository', repository } as RelatedReason,
      })),
      ...others,
    ].slice(0, limit);
    const entries = await db.readingEntries.bulkGet(found.map(({ paper: { id } }) => id));
    return found.map(({ paper: { id, title }, reason }, position) => ({
      id,
      title,
      reason,
      saved: entries[position] !== undefined,
    }));
  });
}

async function ofSameRepository(db: PaperglossDatabase, paper: StoredPaper, limit: number) {
  if (!paper.repositoryKey) return [];
  const papers = await db.papers.where('repositoryKey').equals(paper.repositoryKey).limit(50).toArray();
  return papers
    .filter(({ id }) => id !== paper.id)
    .sort(byNewness)
    .slice(0, limit);
}

async function ofSharedKeywords(db: PaperglossDatabase, paper: StoredPaper, limit: number) {
  const uses = await Promise.all(paper.keywordKeys.map((key) => useOfKeyword(db, key)));
  const enough = new Set(uses.flatMap(({ ids }) => ids)).size > limit;
  if (!enough) await proposeByCommonKeywords(db, uses);

  const scores = new Map<string, number>();
  for (const { ids, weight } of uses) {
    for (const id of ids) if (id !== paper.id) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  const best = [...scores]
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? 1 : -1))
    .slice(0, maxCandidates);
  const candidates = (await db.papers.bulkGet(best.map(([id]) => id))).filter((found) => found !== undefined);

  const spelling = new Map(paper.keywords.map((keyword) => [keyword.toLowerCase(), keyword]));
  return candidates
    .map((candidate) => {
      const keys = new Set(candidate.keywordKeys);
      const shared = uses.filter(({ key }) => keys.has(key)).sort((a, b) => b.weight - a.weight);
      const keywords = shared.slice(0, maxReasonKeywords).map(({ key }) => spelling.get(key) ?? key);
      const reason: RelatedReason = { kind: 'keywords', keywords };
      return { paper: candidate, reason, shared, score: shared.reduce((sum, { weight }) => sum + weight, 0) };
    })
    .filter(({ shared }) => shared.length > 1 || shared.some(({ weight }) => weight > weightOf(commonFrom)))
    .sort((a, b) => b.score - a.score || byNewness(a.paper, b.paper))
    .slice(0, limit);
}

/** Inverse document frequency, for a keyword of `count` papers. */
function weightOf(count: number): number {
  return Math.log(1 + (5 * commonFrom) / count);
}

async function useOfKeyword(db: PaperglossDatabase, key: string): Promise<KeywordUse> {
  const ids = await db.papers
    .where('keywordKeys')
    .equals(key)
    .limit(commonFrom + 1)
    .primaryKeys();
  const isCommon = ids.length > commonFrom;
  return { key, ids: isCommon ? [] : ids, weight: weightOf(isCommon ? commonFrom : Math.max(1, ids.length)) };
}

async function proposeByCommonKeywords(db: PaperglossDatabase, uses: KeywordUse[]): Promise<void> {
  const common = uses.filter(({ ids }) => ids.length === 0);
  await Promise.all(
    common.map(async (use) => {
      const newest = db.papers.where('keywordKeys').equals(use.key).reverse().limit(newestOfCommon);
      use.ids = await newest.primaryKeys();
    }),
  );
}

/** The newest feed day first; without one, the day of publication counts. */
function byNewness(a: StoredPaper, b: StoredPaper): number {
  const newness = ({ day, publishedAt = '', id }: StoredPaper) => `${day ?? publishedAt} ${id}`;
  return newness(a) < newness(b) ? 1 : -1;
}
