// What the reader decided about a paper and what no field of a reference manager holds, in pairs of name and value. Pure.
import { normalTag } from '../papers/entry-changes';
import { isFeedDay } from '../papers/feed-day';
import type { PaperFacts, ReadingEntry } from '../papers/reading-entry';
import { isoTime, oneLine } from './export-text';

const category = /^[a-z][a-z-]*(?:\.[a-z-]+)?$/i;
const repository = /^[\w.-]+\/[\w.-]+$/;

/** arXiv's primary category, where it looks like one. */
export const knownCategory = (paper: Pick<PaperFacts, 'category'>): string | undefined =>
  category.test(paper.category ?? '') ? paper.category : undefined;

/** Tags as one line each, without commas, which separate them in several formats. */
export const writtenTags = ({ tags }: Pick<ReadingEntry, 'tags'>): string[] =>
  tags.map((tag) => oneLine(normalTag(tag))).filter(Boolean);

/**
 * Status, stars, until when it is snoozed, when it was added and changed (ISO 8601), day of publication, category and repository.
 * What is not known, or is not what it should be, is left out.
 */
export function readerState(entry: ReadingEntry): Record<string, string | number> {
  const day = (text: string | undefined) => (text && isFeedDay(text) ? text : undefined);
  const pairs: [string, string | number | undefined][] = [
    ['status', entry.status],
    ['stars', entry.stars],
    ['snoozed', day(entry.snoozedUntil)],
    ['added', isoTime(entry.addedAt) || undefined],
    ['changed', isoTime(entry.changedAt) || undefined],
    ['published', day(entry.publishedAt)],
    ['category', knownCategory(entry)],
    ['repository', repository.test(entry.repository ?? '') ? entry.repository : undefined],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string | number] => pair[1] !== undefined));
}

/** The same as one line: `status: reading, stars: 2, …`. No value holds a comma. */
export function stateLine(entry: ReadingEntry): string {
  return Object.entries(readerState(entry))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
