// How a line under the address bar is written: Chrome reads XML, and refuses all lines when one is malformed; Firefox shows text as
// it is. Pure; knows neither papers nor messages.
import type { Mark } from '../papers/search-answer';

/** The styles Chrome knows. */
export type Style = 'match' | 'dim' | 'url';

/** Writes one piece of a line: `text` is any text, and is shown as that text and nothing else. */
export type WritePiece = (text: string, style?: Style) => string;

/** What no XML document may hold, or no line should. Each becomes a space, so that words stay apart. */
const unfit = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const asMarkup: WritePiece = (text, style) => {
  const escaped = text.replace(unfit, ' ').replace(/[&<>"']/g, (character) => entities[character] ?? '');
  // An element without content is well-formed, too, but there is nothing to show in it.
  return style && escaped ? `<${style}>${escaped}</${style}>` : escaped;
};

export const asPlainText: WritePiece = (text) => text.replace(unfit, ' ');

/** `text` with its marks in the style of a match. Marks that overlap or lie outside of the text are left out. */
export function writeMarked(text: string, marks: readonly Mark[], write: WritePiece): string {
  let line = '';
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end || to <= from || to > text.length) continue;
    line += write(text.slice(end, from)) + write(text.slice(from, to), 'match');
    end = to;
  }
  return line + write(text.slice(end));
}
