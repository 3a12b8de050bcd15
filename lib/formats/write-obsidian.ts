// Papers as notes for Obsidian, with properties in YAML. Pure. Obsidian reads properties at the top of a file only: one paper is a note
// with its own; several are one note whose properties are of the list, with those of each paper as a block of YAML under its heading.

import { feedDayOf } from '../papers/feed-day';
import { arxivPage } from '../papers/paper-pages';
import { isoTime, noteText, shownAuthors, shownTitle } from './export-text';
import type { ExportContext, ExportedEntry } from './exported-entry';
import { issueDate } from './issue-date';
import { escapeMarkdown, markdownLink } from './markdown-text';
import { readerState } from './reader-state';
import { tagWords } from './write-markdown';

/** To have a note a paper, call it once for each. */
export function writeObsidian(
  entries: readonly ExportedEntry[],
  { heading, now }: Pick<ExportContext, 'heading' | 'now'>,
): string {
  const [first] = entries;
  if (first && entries.length === 1) {
    return `---\n${properties(first)}---\n\n# ${escapeMarkdown(shownTitle(first.entry))}\n${body(first)}`;
  }
  const tags = [...new Set(entries.flatMap(({ entry }) => tagWords(entry)))].sort();
  const ofList = [
    yaml('title', heading),
    yaml('created', feedDayOf(now) ?? ''),
    yaml('papers', entries.length),
    yaml('tags', tags),
  ].join('');
  const notes = entries.map(
    (exported) =>
      `\n## ${markdownLink(exported.entry)}\n\n\`\`\`yaml\n${properties(exported)}\`\`\`\n${body(exported)}`,
  );
  return `---\n${ofList}---\n\n# ${escapeMarkdown(heading)}\n${notes.join('')}`;
}

function properties({ entry }: ExportedEntry): string {
  const { snoozed = '', category = '', repository = '', published = '' } = readerState(entry);
  return [
    yaml('title', shownTitle(entry)),
    yaml('authors', shownAuthors(entry)),
    yaml('year', issueDate(entry)?.year ?? ''),
    yaml('published', published),
    yaml('arxiv', entry.id),
    yaml('url', arxivPage(entry.id)),
    yaml('category', category),
    yaml('repository', repository),
    yaml('status', entry.status),
    yaml('stars', entry.stars),
    yaml('tags', tagWords(entry)),
    yaml('snoozed', snoozed),
    yaml('added', isoTime(entry.addedAt)),
  ].join('');
}

/** A property and its line break; '' for an empty one. JSON's strings are YAML's double-quoted ones, and need no knowledge of the rest. */
function yaml(name: string, value: string | number | readonly string[]): string {
  if (typeof value === 'number') return `${name}: ${value}\n`;
  if (value.length === 0) return '';
  if (typeof value === 'string') return `${name}: ${JSON.stringify(value)}\n`;
  return `${name}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`;
}

/** The note as typed: it is the reader's own Markdown, in the reader's own notes. */
function body({ entry }: ExportedEntry): string {
  const note = noteText(entry.note).trimEnd();
  return note === '' ? '' : `\n${note}\n`;
}
