// The popup's filter: which papers of a list a reader's words leave. Pure.
import { wordFilter } from '../page/word-filter';

/** What the filter looks at. */
export interface FilterablePaper {
  id: string;
  title: string;
  summary?: string;
  abstract?: string;
  organization?: string;
  authors: string[];
  keywords: string[];
  repository?: string;
}

/** The papers that hold every word, in their order; all of them for an empty query. */
export function filterPapers<P extends FilterablePaper>(papers: readonly P[], query: string): readonly P[] {
  const holds = wordFilter(query);
  return papers.filter(({ id, title, summary, abstract, organization, authors, keywords, repository }) =>
    holds([id, title, summary ?? abstract, organization, repository, ...authors, ...keywords]),
  );
}
