// Texts as they are compared: without case and accents. What an entry says is folded once, so that a keystroke only scans. Pure.
import type { ReadingEntry } from '../../lib/papers/reading-entry';

const ascii = /^[\0-\x7f]*$/;

/** Lower case and without accents, so that `Muller` finds `Müller`. */
export function foldText(text: string): string {
  // Most texts are ASCII: nothing to take apart, and many times faster.
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

interface FoldedEntry {
  /** Everything a word is looked for in. */
  all: string;
  authors: string;
  tags: string[];
}

const known = new WeakMap<ReadingEntry, FoldedEntry>();

/** Entries are never changed, only replaced: what was folded stays true. */
export function foldedEntry(entry: ReadingEntry): FoldedEntry {
  const before = known.get(entry);
  if (before) return before;
  const { id, title, authors, repository = '', tags, note } = entry;
  const all = foldText([title, ...authors, `arXiv:${id}`, repository, ...tags, note].join('\n'));
  const folded = { all, authors: foldText(authors.join('\n')), tags: tags.map(foldText) };
  known.set(entry, folded);
  return folded;
}
