// Plain text as Markdown that shows as that text, links to papers, and quotes of notes. Pure.
import { arxivPage } from '../papers/paper-pages';
import { shownTitle } from './export-text';

/** What means something inside a line: CommonMark, strikethrough and formulas, and links, tags, marks and comments of Obsidian. */
const meaningful = /[\\`*_[\]<>#|~$^]|[=%]{2,}|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./g;

/** One line of text, not for the beginning of a line of Markdown. Bare addresses do not become links. */
export const escapeMarkdown = (line: string): string =>
  line.replace(meaningful, (characters) => characters.replace(/./g, '\\$&'));

/** `[Title](https://arxiv.org/abs/…)` */
export const markdownLink = (paper: { id: string; title: string }): string =>
  `[${escapeMarkdown(shownTitle(paper))}](${arxivPage(paper.id)})`;

/** A note as a quote, each line behind `indent`; its own Markdown, kept as typed, is the reader's and stays inside the quote. */
export function quotedNote(note: string, indent: string): string {
  return note
    .split('\n')
    .map((line) => `${indent}> ${line}`.trimEnd())
    .join('\n');
}
