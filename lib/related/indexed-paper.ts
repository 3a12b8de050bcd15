// What the index takes of a paper, and telling whether that has changed. Pure.
import { msPerDay } from '../papers/feed-day';
import type { Paper } from '../papers/paper';
import { wordsOf } from './words';

export type IndexedPaper = Pick<Paper, 'id' | 'title' | 'abstract'> &
  Partial<
    Pick<Paper, 'keywords' | 'summary' | 'authors' | 'organization' | 'repository' | 'day' | 'publishedAt'>
  >;

/** Days since 1970 of the feed day, or else of publication; 0 for neither, and for what is no day. */
export function dayNumberOf({ day, publishedAt }: Pick<IndexedPaper, 'day' | 'publishedAt'>): number {
  const time = Date.parse(day ?? publishedAt ?? '');
  return Number.isFinite(time) ? Math.min(65_535, Math.max(0, Math.floor(time / msPerDay))) : 0;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** A title of fewer words may well be that of another paper. */
const tellingTitle = 3;

/** 32 bits, the same for titles of the same words; 0 for a title of a word or two. */
export function titleFingerprintOf({ title }: Pick<IndexedPaper, 'title'>): number {
  const words = wordsOf(title);
  return words.length < tellingTitle ? 0 : hash(words.join(' '));
}

/** 32 bits that differ where any indexed text does: to notice a change, not to withstand forgery. */
export function fingerprintOf(paper: IndexedPaper): number {
  const { title, abstract, summary, keywords = [], authors = [], organization, repository } = paper;
  const day = dayNumberOf(paper);
  return hash(
    [title, abstract, summary, organization, repository, day, ...keywords, '', ...authors].join('\n'),
  );
}
