// One paper as text for the clipboard. Small: the background loads it, too; it must not import the writers of whole lists.
import type { PaperFacts } from '../papers/reading-entry';
import { apaReference } from './apa-reference';
import { bibtexEntry } from './bibtex-entry';
import { citationKey } from './citation-key';
import { markdownLink } from './markdown-text';

export const citationStyles = ['bibtex', 'markdown', 'apa'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A BibTeX entry with its line break, or one line without. Its key is the one the paper has on its own: no list is known here. */
export function copiedCitation(style: CitationStyle, paper: PaperFacts): string {
  if (style === 'bibtex') return bibtexEntry(paper, citationKey(paper));
  if (style === 'apa') return apaReference(paper);
  return markdownLink(paper);
}
