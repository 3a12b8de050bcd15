// The reading list as CSV, for spreadsheets. Pure; loads Papa Parse, which the import needs as well.
import Papa from 'papaparse';
import { arxivPage } from '../papers/paper-pages';
import { noteText, oneLine, shownAuthors } from './export-text';
import type { ExportedEntry } from './exported-entry';
import { guardFormula } from './formula-guard';
import { readerState, writtenTags } from './reader-state';

const columns = [
  'id',
  'title',
  'authors',
  'published',
  'category',
  'repository',
  'status',
  'stars',
  'tags',
  'note',
  'snoozed_until',
  'added',
  'changed',
  'url',
];

/**
 * A byte order mark, without which Excel takes UTF-8 for something else, a line of column names, then a line a paper; CRLF. Every cell
 * is quoted: where a spreadsheet divides at semicolons, a semicolon must not begin a cell.
 */
export function writeCsv(entries: readonly ExportedEntry[]): string {
  const rows = entries.map(({ entry }) => {
    const { published = '', category = '', repository = '', status, stars, ...times } = readerState(entry);
    const { snoozed = '', added = '', changed = '' } = times;
    return [
      entry.id,
      // Not known yet is an empty cell here: a table has room for that.
      oneLine(entry.title),
      shownAuthors(entry)
        .map((name) => name.replaceAll(';', ','))
        .join('; '),
      published,
      category,
      repository,
      status,
      stars,
      writtenTags(entry).join(', '),
      noteText(entry.note),
      snoozed,
      added,
      changed,
      arxivPage(entry.id),
    ].map((cell) => guardFormula(String(cell)));
  });
  return `\ufeff${Papa.unparse({ fields: columns, data: rows }, { quotes: true, newline: '\r\n' })}\r\n`;
}
