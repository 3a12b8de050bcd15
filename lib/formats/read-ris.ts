// RIS, of any tool. By hand: it is a tag, two spaces, a hyphen and a value a line, and what packages there are give no line numbers and
// know less of the tools' habits than is needed here. Tags: https://en.wikipedia.org/wiki/RIS_(file_format).
import { CollectedPapers, type RecordFacts } from './collected-papers';
import { findArxivId } from './find-arxiv-id';
import { foreignNote } from './foreign-note';
import { htmlText } from './html-text';
import type { ReadFile } from './imported-paper';
import { inOrder } from './name-order';
import { isStandIn, readStateLine, stateFacts } from './read-state';

interface RisRecord {
  /** Of its first tag, from 1. */
  line: number;
  values: Map<string, string[]>;
  isClosed: boolean;
}

const ownState = 'papergloss ';

export function readRis(text: string): ReadFile {
  const collected = new CollectedPapers();
  for (const record of records(text)) {
    const id = idOf(record);
    if (id) collected.add(id, factsOf(id, record), String(record.line));
    else if (record.isClosed) collected.skip(String(record.line), 'no-arxiv-id', titleOf(record));
    else collected.skip(String(record.line), 'malformed', titleOf(record));
  }
  return { format: 'ris', papers: collected.papers, skipped: collected.skipped };
}

function* records(text: string): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let last: string[] | undefined;
  let line = 0;
  for (const content of text.split(/\r\n?|\n/)) {
    line++;
    const [, tag, value = ''] = /^\s{0,4}([A-Z][A-Z0-9]) {2}-(?: (.*)|\s*)$/.exec(content) ?? [];
    if (!tag) {
      // A line without a tag carries on the one before, as some tools break long values.
      if (record && last && content.trim() !== '') last.push(`${last.pop() ?? ''}\n${content.trim()}`);
      continue;
    }
    if (tag === 'TY' && record) yield record;
    if (tag === 'TY') record = undefined;
    if (tag === 'ER') {
      if (record) yield { ...record, isClosed: true };
      record = undefined;
      continue;
    }
    record ??= { line, values: new Map(), isClosed: false };
    last = record.values.get(tag) ?? [];
    last.push(value);
    record.values.set(tag, last);
  }
  if (record) yield record;
}

const all = ({ values }: RisRecord, ...tags: string[]) => tags.flatMap((tag) => values.get(tag) ?? []);

const titleOf = (record: RisRecord) => all(record, 'TI', 'T1', 'CT', 'BT')[0] ?? '';

function idOf(record: RisRecord): string | undefined {
  const fields = all(record, 'AN', 'M1', 'C1', 'C7', 'DO', 'UR', 'L1', 'L2', 'LK', 'ID');
  return findArxivId(fields, all(record, 'JO', 'JF', 'JA', 'J2', 'T2', 'M1', 'M3', 'PB', 'VL', 'N1', 'AN'));
}

function factsOf(id: string, record: RisRecord): RecordFacts {
  const title = titleOf(record);
  const state = all(record, 'U1').find((value) => value.startsWith(ownState));
  const [date = ''] = all(record, 'DA', 'Y1', 'PY');
  return {
    title: isStandIn(title, id) ? '' : title,
    authors: all(record, 'AU', 'A1').map(inOrder),
    // `2017/06/12/other`
    published: date.trim().split('/').slice(0, 3).join('-'),
    tags: all(record, 'KW').flatMap((tag) => (state ? [tag] : tag.split(/[;\n]/))),
    note: notesOf(id, record, state !== undefined),
    ...(state && stateOf(state)),
  };
}

function notesOf(id: string, record: RisRecord, isOwn: boolean): string {
  const notes = all(record, 'N1', 'RN');
  if (isOwn) return notes.map(ownNote).join('\n');
  const foreign = notes.map((note) => foreignNote(htmlText(note), id));
  return foreign.filter(Boolean).join('\n\n');
}

/** The exact inverse of what our export does to a note. */
function ownNote(html: string): string {
  return html
    .replaceAll('<br>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function stateOf(line: string): RecordFacts {
  const state = readStateLine(line.slice(ownState.length));
  return stateFacts((key) => state.get(key));
}
