// Made-up answers of the search for the tests of the address bar.
import type { FoundPaper, SearchAnswer } from '../../lib/papers/search-answer';

export function found(id: string, fields: Partial<FoundPaper> = {}): FoundPaper {
  return {
    id,
    title: `Title of ${id}`,
    summary: '',
    summaryFrom: 'none',
    fetchedAt: 0,
    origin: 'feed',
    related: [],
    marks: { title: [], summary: [] },
    seen: false,
    ...fields,
  };
}

export const answerOf = (...papers: FoundPaper[]): SearchAnswer => ({ papers, total: papers.length });
