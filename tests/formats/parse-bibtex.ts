// Reads BibTeX with the parser of Better BibTeX for Zotero, as a reference manager would.
import { parse } from '@retorquere/bibtex-parser';

export interface ParsedPaper {
  key: string;
  title: string;
  authors: string[];
  fields: Record<string, unknown>;
}

/** Nothing is put into another case. */
export function parseBibtex(bibtex: string): { errors: string[]; papers: ParsedPaper[] } {
  const { entries, errors } = parse(bibtex, { sentenceCase: false, english: false });
  return {
    errors: errors.map(({ error }) => error),
    papers: entries.map(({ key, fields }) => ({
      key,
      title: fields.title ?? '',
      authors: (fields.author ?? []).map(
        ({ name, firstName, prefix, lastName, suffix }) =>
          name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' '),
      ),
      fields,
    })),
  };
}
