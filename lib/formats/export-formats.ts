// The formats a reading list can be written in, each with its writer. Our own JSON is not among them: the store knows how it is written.
import type { ExportContext, ExportedEntry } from './exported-entry';
import { writeBibtex } from './write-bibtex';
import { writeCslJson } from './write-csl-json';
import { writeCsv } from './write-csv';
import { writeMarkdown } from './write-markdown';
import { writeObsidian } from './write-obsidian';
import { writeRis } from './write-ris';

export interface ExportFormat {
  id: 'bibtex' | 'ris' | 'csl-json' | 'csv' | 'markdown' | 'obsidian';
  /** Of the file, without a dot. */
  extension: string;
  mediaType: string;
  write(entries: readonly ExportedEntry[], context: ExportContext): string;
}

export const exportFormats: readonly ExportFormat[] = [
  { id: 'bibtex', extension: 'bib', mediaType: 'application/x-bibtex', write: writeBibtex },
  { id: 'ris', extension: 'ris', mediaType: 'application/x-research-info-systems', write: writeRis },
  {
    id: 'csl-json',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: writeCslJson,
  },
  { id: 'csv', extension: 'csv', mediaType: 'text/csv', write: writeCsv },
  { id: 'markdown', extension: 'md', mediaType: 'text/markdown', write: writeMarkdown },
  { id: 'obsidian', extension: 'md', mediaType: 'text/markdown', write: writeObsidian },
];
