// A line of a reference list after the seventh edition of the APA manual, as far as plain text goes: without italics. Pure.
import { arxivPage } from '../papers/paper-pages';
import type { PaperFacts } from '../papers/reading-entry';
import { shownAuthors, shownTitle } from './export-text';
import { issueDate } from './issue-date';
import { splitName } from './personal-name';

/** More are shortened to the first 19, an ellipsis and the last. */
const namedAtMost = 20;

/** `Vaswani, A., & Shazeer, N. (2017). Title. arXiv. https://arxiv.org/abs/…` */
export function apaReference(paper: PaperFacts): string {
  const title = shownTitle(paper);
  const year = `(${issueDate(paper)?.year ?? 'n.d.'}).`;
  const ended = /[.?!…]$/.test(title) ? title : `${title}.`;
  const authors = namesInRow(shownAuthors(paper).map(apaName));
  const beginning = authors ? [authors.endsWith('.') ? authors : `${authors}.`, year, ended] : [ended, year];
  return [...beginning, 'arXiv.', arxivPage(paper.id)].join(' ');
}

function namesInRow(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  if (names.length > namedAtMost) return `${names.slice(0, namedAtMost - 1).join(', ')}, . . . ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function apaName(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return parts.literal;
  const family = [parts.particle, parts.family].filter(Boolean).join(' ');
  return [family, initials(parts.given), parts.suffix].filter(Boolean).join(', ');
}

/** `Jean-Luc Marie` → `J.-L. M.`; capitals written together are initials already: `AF` → `A. F.` */
function initials(given: string): string {
  return given
    .replace(/["“'‘(][^"”'’)]*["”'’)]/g, ' ')
    .split(/[\s.]+/)
    .flatMap((word) => (/^\p{Lu}{2,3}$/u.test(word) ? [...word] : [word]))
    .map((word) => word.split('-').map(initial).filter(Boolean).join('-'))
    .filter(Boolean)
    .join(' ');
}

function initial(part: string): string {
  const letter = /\p{L}\p{M}*/u.exec(part)?.[0];
  return letter ? `${letter.toLocaleUpperCase('en')}.` : '';
}
