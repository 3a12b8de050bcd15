// One paper as a BibTeX entry. By hand: the libraries that write BibTeX escape less, make keys of their own and bring their parsers.
// Also used by the background for copying: must not import other writers.

import { arxivPage } from '../papers/paper-pages';
import type { PaperFacts } from '../papers/reading-entry';
import { shownAuthors, shownTitle } from './export-text';
import { issueDate } from './issue-date';
import { escapeLatex } from './latex-escape';
import { splitName } from './personal-name';
import { knownCategory } from './reader-state';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * `@misc`, as arXiv itself gives it out. `added` are further fields, their values LaTeX already; empty ones are left out.
 * One field a line, ended by a line break.
 */
export function bibtexEntry(
  paper: PaperFacts,
  key: string,
  added: Readonly<Record<string, string>> = {},
): string {
  const date = issueDate(paper);
  const fields: [string, string][] = [
    ['title', bracedTitle(shownTitle(paper))],
    ['author', braced(shownAuthors(paper).map(bibtexName).join(' and '))],
    ['year', braced(date ? String(date.year) : '')],
    // Styles translate the macro; text in braces would stay English.
    ['month', months[(date?.month ?? 0) - 1] ?? ''],
    ['eprint', braced(paper.id)],
    ['archivePrefix', '{arXiv}'],
    ['primaryClass', braced(knownCategory(paper) ?? '')],
    ['url', braced(arxivPage(paper.id))],
    ...Object.entries(added).map(([name, value]): [string, string] => [name, braced(value)]),
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@misc{${key},\n${lines.join('')}}\n`;
}

const braced = (value: string) => (value === '' ? '' : `{${value}}`);

/**
 * Braces around the whole: styles that write titles in lower case would spoil names of models, which stand in nearly every one, and
 * which words are names only the authors know. A group that opens with a command is an accent to BibTeX, hence the empty one.
 */
function bracedTitle(title: string): string {
  const latex = escapeLatex(title);
  return `{{${latex.startsWith('\\') ? '{}' : ''}${latex}}}`;
}

/** `van der Aalst, Wil`, `Daumé, III, Hal`; what is no person's name in braces, so that it is not taken apart. */
function bibtexName(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return `{${escapeLatex(parts.literal)}}`;
  const family = [parts.particle, parts.family].filter(Boolean).join(' ');
  return [family, parts.suffix, parts.given].filter(Boolean).map(escapeLatex).join(', ');
}
