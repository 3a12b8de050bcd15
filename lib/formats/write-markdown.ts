// The reading list as notes in Markdown: a list a status, each paper a link with what the reader noted. Pure.
import { readingStatuses } from '../papers/reading-entry';
import { noteText, shownAuthors } from './export-text';
import type { ExportContext, ExportedEntry } from './exported-entry';
import { issueDate } from './issue-date';
import { escapeMarkdown, markdownLink, quotedNote } from './markdown-text';
import { writtenTags } from './reader-state';

/** More authors than this are cut: the whole list stands at the other end of the link. */
const shownAtMost = 10;

/** Order within a status is that of `entries`. */
export function writeMarkdown(
  entries: readonly ExportedEntry[],
  { heading, statusNames }: Pick<ExportContext, 'heading' | 'statusNames'>,
): string {
  const parts = readingStatuses.flatMap((status) => {
    const items = entries.filter(({ entry }) => entry.status === status).map(listItem);
    return items.length > 0 ? [`## ${escapeMarkdown(statusNames[status])}`, items.join('\n')] : [];
  });
  return `${[`# ${escapeMarkdown(heading)}`, ...parts].join('\n\n')}\n`;
}

function listItem({ entry }: ExportedEntry): string {
  const date = issueDate(entry);
  const details = [...authorsInShort(shownAuthors(entry)), ...(date ? [String(date.year)] : [])];
  const marks = [
    ...(entry.stars > 0 ? ['★'.repeat(entry.stars)] : []),
    ...tagWords(entry).map((word) => `#${word}`),
  ];
  const line = [[markdownLink(entry), ...details].join(', '), ...marks].join(' ');
  const note = noteText(entry.note);
  return note.trim() === '' ? `- ${line}` : `- ${line}\n\n${quotedNote(note, '  ')}\n`;
}

function authorsInShort(authors: readonly string[]): string[] {
  const shown = authors.slice(0, shownAtMost).map(escapeMarkdown);
  return authors.length > shownAtMost ? [...shown, '…'] : shown;
}

/** Tags of Markdown tools are one word of letters, digits, `-`, `_` and `/`; what has none of them is left out. */
export const tagWords = (entry: { tags: string[] }): string[] =>
  writtenTags(entry)
    .map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter(Boolean);
