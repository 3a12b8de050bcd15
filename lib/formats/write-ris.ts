// The reading list as RIS. By hand: the format is a tag and a value a line, and what there is to decide no library decides.
// Format: https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero's translator reads. Pure.
import { arxivPage } from '../papers/paper-pages';
import { noteText, oneLine, shownAuthors, shownTitle } from './export-text';
import type { ExportedEntry } from './exported-entry';
import { issueDate } from './issue-date';
import { splitName } from './personal-name';
import { stateLine, writtenTags } from './reader-state';

/** Lines end in CRLF, each value is one line. No entries: ''. */
export function writeRis(entries: readonly ExportedEntry[]): string {
  return entries.map(risRecord).join('\r\n');
}

function risRecord({ entry, abstract = '' }: ExportedEntry): string {
  const date = issueDate(entry);
  const pairs: [tag: string, value: string][] = [
    // Unpublished work: EndNote and Mendeley know it, and Zotero, which has no such type here, takes it as it takes GEN.
    ['TY', 'UNPB'],
    ['TI', shownTitle(entry)],
    ...shownAuthors(entry).map((name): [string, string] => ['AU', risName(name)]),
    ['PY', date ? String(date.year) : ''],
    ['DA', date ? [date.year, twoDigits(date.month), date.day ? twoDigits(date.day) : ''].join('/') : ''],
    ['UR', arxivPage(entry.id)],
    ['AN', `arXiv:${entry.id}`],
    ['DB', 'arXiv'],
    ['N2', oneLine(abstract)],
    ...writtenTags(entry).map((tag): [string, string] => ['KW', tag]),
    ['N1', noteAsHtml(noteText(entry.note))],
    // The fields U1 to U5 are free for users, and no tool shows them unasked.
    ['U1', `papergloss ${stateLine(entry)}`],
  ];
  const lines = pairs.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}

const twoDigits = (part: number) => String(part).padStart(2, '0');

/** A comma divides names: there may be none in what is not to be divided. */
function risName(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return oneLine(parts.literal.replaceAll(',', ' '));
  const family = [parts.particle, parts.family].filter(Boolean).join(' ');
  return [family, parts.given, parts.suffix].filter(Boolean).join(', ');
}

/** One line whatever the note holds, and Zotero shows the lines again: it writes and reads notes as HTML here. */
function noteAsHtml(note: string): string {
  return note
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
