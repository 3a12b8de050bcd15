// What stands under the address bar for an answer of the search: papers, the way to a paper that is not cached, and Hugging Face's
// own search as the last line. Pure.
import type { Omnibox } from 'webextension-polyfill';
import { arxivPage } from '../papers/paper-pages';
import { plainText } from '../papers/plain-text';
import type { FoundPaper, SearchAnswer } from '../papers/search-answer';
import { formatDay } from '../text/format';
import { type MessageKey, t } from '../text/translate';
import { huggingFaceSearch, namedPaper } from './addresses';
import { asMarkup, type WritePiece, writeMarked } from './description';

/** Where Chrome shows what is typed. */
const typed = '%s';

/** As much of a query as a line has room for, in characters. */
const maxShownQuery = 80;

/** The lines for `query`, which is not empty; without an answer, as after a failure, the last one alone. */
export function toSuggestions(
  query: string,
  answer: SearchAnswer | undefined,
  write: WritePiece,
): Omnibox.SuggestResult[] {
  const papers = answer?.papers ?? [];
  const named = namedPaper(query);
  const uncached = named !== undefined && !papers.some(({ id }) => id === named);
  const shown = plainText(query, maxShownQuery);
  return [
    ...(uncached ? [{ content: arxivPage(named), description: write(t('omniboxPaper', named)) }] : []),
    ...papers.map((paper) => ({ content: arxivPage(paper.id), description: paperLine(paper, write) })),
    { content: huggingFaceSearch(query), description: write(t('omniboxSearchOnline', shown)) },
  ];
}

function paperLine(paper: FoundPaper, write: WritePiece): string {
  const { id, title, marks, organization, day, status } = paper;
  const facts = [organization, day && formatDay(day), status && t('saved')].filter(Boolean).join(' · ');
  return [
    writeMarked(title, marks.title, write),
    ...(facts ? [write(facts, 'dim')] : []),
    write(`arXiv:${id}`, 'url'),
  ].join(write(' · '));
}

/**
 * What Enter does for `query`, which is not empty, in Chrome's markup. The browser itself puts the text in place: it keeps this line
 * over its own end, and what was searched for should not be kept.
 */
export function enterLine(query: string, answer: SearchAnswer | undefined): string {
  const line = asMarkup(t(enterKey(query, answer), typed)).replace(typed, asMarkup(typed, 'match'));
  if (!answer?.indexing) return line;
  const { done, of } = answer.indexing;
  return `${line} ${asMarkup(`(${t('omniboxIndexing', done, of)})`, 'dim')}`;
}

function enterKey(query: string, answer: SearchAnswer | undefined): MessageKey {
  if (namedPaper(query) !== undefined) return 'omniboxPaper';
  if (!answer) return 'omniboxStart';
  if (answer.papers.length === 0) return 'omniboxNothing';
  return answer.partly ? 'omniboxPartly' : 'omniboxBest';
}
