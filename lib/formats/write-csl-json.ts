// The reading list as CSL-JSON, for citeproc, pandoc and Zotero. Pure.
// Format: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and the schema of citationstyles.org.
import { arxivPage } from '../papers/paper-pages';
import { citationKeys } from './citation-key';
import { noteText, oneLine, shownAuthors, shownTitle } from './export-text';
import type { ExportContext, ExportedEntry } from './exported-entry';
import { issueDate } from './issue-date';
import { splitName } from './personal-name';
import { readerState, writtenTags } from './reader-state';

/** What the reader decided stands under `custom`, which the schema leaves to programs. */
export function writeCslJson(
  entries: readonly ExportedEntry[],
  { list }: Pick<ExportContext, 'list'>,
): string {
  const papers = entries.map(({ entry }) => entry);
  const keys = citationKeys(list ? [...list, ...papers] : papers);
  const items = entries.map((exported) =>
    cslItem(exported, keys.get(exported.entry.id) ?? exported.entry.id),
  );
  return `${JSON.stringify(items, null, 2)}\n`;
}

function cslItem({ entry, abstract = '' }: ExportedEntry, key: string) {
  const date = issueDate(entry);
  const tags = writtenTags(entry).join(', ');
  const note = noteText(entry.note);
  const summary = oneLine(abstract);
  const authors = shownAuthors(entry).map(cslName);
  return {
    id: key,
    type: 'article',
    title: shownTitle(entry),
    ...(authors.length > 0 && { author: authors }),
    ...(date && { issued: { 'date-parts': [[date.year, date.month, ...(date.day ? [date.day] : [])]] } }),
    URL: arxivPage(entry.id),
    number: `arXiv:${entry.id}`,
    publisher: 'arXiv',
    ...(summary && { abstract: summary }),
    ...(tags && { keyword: tags }),
    ...(note && { note }),
    custom: { papergloss: readerState(entry) },
  };
}

function cslName(name: string): Record<string, string> {
  const parts = splitName(name);
  if ('literal' in parts) return parts as { literal: string };
  return {
    family: parts.family,
    given: parts.given,
    ...(parts.particle && { 'non-dropping-particle': parts.particle }),
    ...(parts.suffix && { suffix: parts.suffix }),
  };
}
