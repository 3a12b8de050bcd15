// Which format a file is in: by what it says, and by its name where that leaves a doubt. Pure.
import { columnRoles } from './csv-columns';
import type { ImportFormat } from './imported-paper';
import { fieldOf, isRecord, isText } from './json-fields';

export interface FoundFormat {
  format: ImportFormat;
  /** To be read: the file's, or what was found inside its JSON. */
  text: string;
  /** What the text is as JSON; absent where it is none. */
  json?: unknown;
}

/** The text without byte order marks, and readable where it was written as UTF-16 and taken for UTF-8 (Latin letters alone survive that). */
export function cleanText(text: string): string {
  const sample = text.slice(0, 1_000);
  const nulls = sample.split('\0').length - 1;
  const legible = nulls > sample.length / 4 ? text.replaceAll('\0', '') : text;
  return legible.replace(/^[\ufeff\ufffe\ufffd]+/, '');
}

/** `name` is the file's; '' for pasted text. Never throws. */
export function findFormat(name: string, text: string): FoundFormat {
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  if (json === undefined) return { format: textFormat(name, text), text };
  if (fieldOf(json, 'format') === 'papergloss-reading-list') return { format: 'json', text, json };
  const values = Object.values(json);
  if (values.length > 0 && values.every(isText)) {
    // PaperMemory writes lists of addresses, and BibTeX by id.
    const inside = values.join('\n');
    return { format: textFormat('', inside), text: inside, json };
  }
  if (isPaperMemory(json, values)) return { format: 'papermemory', text, json };
  if (Array.isArray(json) && values.some(isCslItem)) return { format: 'csl-json', text, json };
  const items = fieldOf(json, 'items');
  if (Array.isArray(items) && items.some(isCslItem)) return { format: 'csl-json', text, json: items };
  // Addresses in JSON may be written `https:\/\/`.
  return { format: 'list', text: text.replaceAll('\\/', '/'), json };
}

function parseJson(text: string): object | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textFormat(name: string, text: string): ImportFormat {
  // Notes in a table or in Markdown may quote any of the other formats.
  if (/\.(?:csv|tsv)$/i.test(name) || beginsWithColumns(text)) return 'csv';
  if (/\.(?:md|markdown)$/i.test(name)) return 'list';
  const bibtex = text.search(/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im);
  const ris = text.search(/^ {0,4}TY {2}-/m);
  if (bibtex < 0 && ris < 0) return 'list';
  return ris < 0 || (bibtex >= 0 && bibtex < ris) ? 'bibtex' : 'ris';
}

function beginsWithColumns(text: string): boolean {
  const [firstLine = ''] = text
    .trimStart()
    .slice(0, 10_000)
    .split(/[\r\n]/, 1);
  const names = firstLine.split(/[,;\t]/).map((cell) => cell.replaceAll('"', ''));
  return (columnRoles(names)?.filter(Boolean).length ?? 0) >= 2;
}

function isPaperMemory(json: object, values: unknown[]): boolean {
  if (Object.hasOwn(json, '__dataVersion')) return true;
  return values.some((value) => {
    const isPaper = isText(fieldOf(value, 'pdfLink')) && isText(fieldOf(value, 'author'));
    return isPaper || (isText(fieldOf(value, 'url')) && isText(fieldOf(value, 'title')));
  });
}

function isCslItem(value: unknown): boolean {
  if (!isRecord(value) || !isText(fieldOf(value, 'type'))) return false;
  return ['title', 'DOI', 'URL', 'author', 'issued'].some((name) => fieldOf(value, name) !== undefined);
}
