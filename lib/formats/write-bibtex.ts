// The reading list as BibTeX, with what the reader decided in fields that styles do not print. Pure.
import { bibtexEntry } from './bibtex-entry';
import { citationKeys } from './citation-key';
import { noteText } from './export-text';
import type { ExportContext, ExportedEntry } from './exported-entry';
import { escapeLatex } from './latex-escape';
import { stateLine, writtenTags } from './reader-state';

/**
 * Notes go into `annote`, which Zotero, Mendeley and JabRef keep; `note` would be printed in bibliographies. Everything else stands in
 * one field of our own, which others ignore.
 */
export function writeBibtex(
  entries: readonly ExportedEntry[],
  { list }: Pick<ExportContext, 'list'>,
): string {
  const papers = entries.map(({ entry }) => entry);
  const keys = citationKeys(list ? [...list, ...papers] : papers);
  return papers
    .map((entry) =>
      bibtexEntry(entry, keys.get(entry.id) ?? entry.id, {
        keywords: writtenTags(entry).map(escapeLatex).join(', '),
        annote: escapeLatex(noteText(entry.note)),
        papergloss: escapeLatex(stateLine(entry)),
      }),
    )
    .join('\n');
}
