// A stored paper as the card shows it. Pure; knows neither store nor component.
import type { CardData, RelatedPaper } from './card-data';
import type { StoredPaper } from './paper';
import { firstSentences } from './plain-text';
import type { ReadingEntry, ReadingStatus } from './reading-entry';

/** How much of an abstract stands in for a missing summary, in characters. */
const maxSummaryLength = 280;

/** What is true of a paper for this reader and this machine, beside its being saved. */
export type CardMarks = Pick<CardData, 'seen' | 'watched' | 'upvoteHistory'>;

/** `status` is that of the reading entry, absent when the reader did not save the paper. */
export function toCardData(
  paper: StoredPaper,
  related: RelatedPaper[],
  status?: ReadingStatus,
  marks: CardMarks = {},
): CardData {
  const { id, title, upvotes, comments, repository, stars, projectPage, organization } = paper;
  const { day, rank, rankOf, fetchedAt, origin } = paper;
  return {
    id,
    title,
    ...summaryOf(paper),
    upvotes,
    comments,
    repository,
    stars,
    projectPage,
    organization,
    day,
    rank,
    rankOf,
    fetchedAt,
    origin,
    related,
    ...marks,
    status,
  };
}

/** What is left to show of a saved paper that is not, or no longer, cached. */
export function savedCardData(entry: ReadingEntry, marks: CardMarks = {}): CardData {
  const { id, title, repository, status, changedAt } = entry;
  return {
    id,
    title: title || `arXiv:${id}`,
    summary: '',
    summaryFrom: 'none',
    repository,
    fetchedAt: changedAt,
    origin: 'list',
    related: [],
    ...marks,
    status,
  };
}

function summaryOf({ summary, abstract }: StoredPaper): Pick<CardData, 'summary' | 'summaryFrom'> {
  if (summary) return { summary, summaryFrom: 'summary' };
  if (abstract) return { summary: firstSentences(abstract, maxSummaryLength), summaryFrom: 'abstract' };
  return { summary: '', summaryFrom: 'none' };
}
