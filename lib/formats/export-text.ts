// Texts of readers and feeds as they may stand in a file of another tool: well-formed Unicode, no controls. Pure.
import { plainText } from '../papers/plain-text';
import type { PaperFacts } from '../papers/reading-entry';

/** Everything that breaks a line somewhere; many readers of line formats take the last three for ends of lines, too. */
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;

const unfit = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** `text` as one line, without controls, bidi marks and what is no character. Never cut. */
export const oneLine = (text: string): string => plainText(text, Number.POSITIVE_INFINITY);

/** A note as typed, with `\n` between lines and without controls and what is no character. Spaces and tabs stay. */
export const noteText = (note: string): string => note.replace(lineBreaks, '\n').replace(unfit, '');

/** The title as one line; `arXiv:` and the id where it is not known yet. */
export const shownTitle = ({ id, title }: Pick<PaperFacts, 'id' | 'title'>): string =>
  oneLine(title) || `arXiv:${id}`;

/** The authors as one line each, without empty ones. */
export const shownAuthors = ({ authors }: Pick<PaperFacts, 'authors'>): string[] =>
  authors.map(oneLine).filter(Boolean);

/** ISO 8601 in UTC with ms; '' for what is no time. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
