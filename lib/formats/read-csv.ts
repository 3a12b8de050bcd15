// CSV and its like, of any tool or spreadsheet: one row a paper where there is a row of names, any ids in the rows otherwise.
import Papa from 'papaparse';
import { findPaperIds } from '../papers/paper-id';
import type { ReadingStatus } from '../papers/reading-entry';
import { CollectedPapers, type RecordFacts } from './collected-papers';
import { type ColumnRole, columnRoles, isOwnHeader } from './csv-columns';
import { findArxivId } from './find-arxiv-id';
import { foreignNote } from './foreign-note';
import { unguardFormula } from './formula-guard';
import { htmlText } from './html-text';
import type { ReadFile } from './imported-paper';
import { inOrder } from './name-order';
import { isStandIn, stateFacts } from './read-state';

/** `where` of what is skipped is the row, as a spreadsheet counts it. */
export function readCsv(text: string): ReadFile {
  const collected = new CollectedPapers();
  const { data: rows, errors } = Papa.parse<string[]>(text, {
    header: false,
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
  });
  for (const { type, row = 0, message } of errors) {
    if (type === 'Quotes') collected.skip(String(row + 1), 'malformed', message);
  }
  const first = rows.findIndex((row) => !isEmpty(row));
  const header = rows[first] ?? [];
  const columns = columnRoles(header);
  const isOwn = isOwnHeader(header);
  for (const [index, row] of rows.entries()) {
    if (isEmpty(row) || (columns && index <= first)) continue;
    const where = String(index + 1);
    if (columns) addRow(collected, new Row(row, columns, isOwn), where);
    else addIds(collected, row, where);
  }
  return { format: 'csv', papers: collected.papers, skipped: collected.skipped };
}

/**
 * What divides the cells, where the first line names columns: cells full of semicolons make the parser guess wrong. '' leaves it to
 * the parser.
 */
function delimiterOf(text: string): string {
  const [line = ''] = text
    .trimStart()
    .slice(0, 10_000)
    .split(/[\r\n]/, 1);
  const named = [',', ';', '\t'].map((delimiter) => {
    const names = line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
    return { delimiter, count: columnRoles(names)?.filter(Boolean).length ?? 0 };
  });
  const [best] = named.sort((a, b) => b.count - a.count);
  return best && best.count >= 2 ? best.delimiter : '';
}

const isEmpty = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

function addIds(collected: CollectedPapers, row: readonly string[], where: string): void {
  const ids = findPaperIds(row.join(' \n'));
  for (const id of ids) collected.add(id, {}, where);
  if (ids.length === 0) collected.skip(where, 'no-arxiv-id', row.filter(Boolean).join(', '));
}

class Row {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: readonly (ColumnRole | undefined)[],
    readonly isOwn: boolean,
  ) {}

  all(role: ColumnRole | undefined): string[] {
    return this.cells
      .filter((_, index) => this.columns[index] === role)
      .map((cell) => (this.isOwn ? unguardFormula(cell) : cell));
  }

  get text(): string {
    return this.cells.filter(Boolean).join(', ');
  }

  first(role: ColumnRole): string {
    return this.all(role).find((cell) => cell !== '') ?? '';
  }
}

function addRow(collected: CollectedPapers, row: Row, where: string): void {
  const named = [...row.all('id'), ...row.all('address'), ...row.all('title'), ...row.all(undefined)];
  const id = findArxivId(named, [...named, ...row.all('note')]);
  if (id) collected.add(id, factsOf(id, row), where);
  else collected.skip(where, 'no-arxiv-id', row.first('title') || row.text);
}

function factsOf(id: string, row: Row): RecordFacts {
  const title = row.first('title');
  const { isOwn } = row;
  const state = stateFacts((key) => dashed(row.first(key as ColumnRole)));
  return {
    ...state,
    title: isStandIn(title, id) ? '' : title,
    authors: isOwn ? row.first('authors').split('; ') : namesIn(row.first('authors')),
    status: state.status ?? statusIn(row.first('status')),
    tags: isOwn ? row.first('tags').split(',') : tagsIn(row.first('tags')),
    note: isOwn ? row.first('note') : foreignNote(htmlText(row.all('note').join('\n\n')), id),
  };
}

/** `2017/06/12` and what follows. Days in other orders are not guessed at. */
const dashed = (cell: string) => cell.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3');

/** Words that readers use in their own tables. */
const statusWords = new Map<string, ReadingStatus>([
  ...['unread', 'toread', 'todo', 'later', 'new'].map((word) => [word, 'to-read'] as const),
  ...['inprogress', 'started'].map((word) => [word, 'reading'] as const),
  ...['read', 'finished', 'completed', 'yes'].map((word) => [word, 'done'] as const),
  ...['abandoned', 'skipped'].map((word) => [word, 'dropped'] as const),
]);

const statusIn = (text: string) => statusWords.get(text.toLowerCase().replace(/[^a-z]/g, ''));

/** `Last, First; Last, First` as Zotero writes, `First Last and First Last`, or full names between commas. */
function namesIn(text: string): string[] {
  if (text.includes(';')) return text.split(';').map((name) => inOrder(name.trim()));
  const names = text.split(/\s+and\s+|\s+&\s+/).map((name) => name.trim().replace(/,$/, ''));
  return names.flatMap((name) => {
    const parts = name.split(/\s*,\s*/);
    return parts.length > 1 && parts.every((part) => part.includes(' ')) ? parts : [inOrder(name)];
  });
}

const tagsIn = (text: string) => text.split(text.includes(';') ? ';' : ',');
