// CSL-JSON, as Zotero, Pandoc and ourselves write it. Schema: https://github.com/citation-style-language/schema
import { CollectedPapers, type RecordFacts } from './collected-papers';
import { findArxivId } from './find-arxiv-id';
import { foreignNote } from './foreign-note';
import { htmlText } from './html-text';
import type { ReadFile } from './imported-paper';
import { fieldOf, isRecord, listIn, textIn } from './json-fields';
import { isStandIn, stateFacts } from './read-state';

/** `items`: the parsed JSON, a list of items. */
export function readCslJson(items: readonly unknown[]): ReadFile {
  const collected = new CollectedPapers();
  for (const [index, item] of items.entries()) {
    const where = textIn(item, 'id') || String(index + 1);
    const id = idOf(item);
    if (id) collected.add(id, factsOf(id, item), where);
    else if (isRecord(item)) collected.skip(where, 'no-arxiv-id', htmlText(textIn(item, 'title')));
    else collected.skip(where, 'malformed', 'It is no item.');
  }
  return { format: 'csl-json', papers: collected.papers, skipped: collected.skipped };
}

const exactFields = ['number', 'archive_location', 'archive-location', 'DOI', 'URL', 'id'];
const proseFields = ['container-title', 'publisher', 'genre', 'note', 'number'];

function idOf(item: unknown): string | undefined {
  const read = (name: string) => textIn(item, name);
  return findArxivId(exactFields.map(read), proseFields.map(read));
}

function factsOf(id: string, item: unknown): RecordFacts {
  const state = fieldOf(fieldOf(item, 'custom'), 'papergloss');
  const isOwn = isRecord(state);
  const title = textIn(item, 'title');
  const keywords = textIn(item, 'keyword').split(isOwn ? ',' : /[,;]/);
  const note = textIn(item, 'note');
  return {
    // CSL allows a few tags in titles; our export writes titles as they are.
    title: isStandIn(title, id) ? '' : isOwn ? title : htmlText(title),
    authors: listIn(item, 'author').map(nameOf),
    published: dayOf(fieldOf(item, 'issued')),
    tags: keywords,
    note: isOwn ? note : foreignNote(htmlText(note), id),
    ...(isOwn && stateFacts((key) => textIn(state, key))),
  };
}

function nameOf(name: unknown): string {
  const literal = textIn(name, 'literal');
  if (literal) return literal;
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
  return parts
    .map((part) => textIn(name, part))
    .filter(Boolean)
    .join(' ');
}

function dayOf(issued: unknown): string {
  const [parts] = listIn(issued, 'date-parts');
  if (!Array.isArray(parts)) return textIn(issued, 'raw');
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}-${month}-${day}`;
}
