// A file of papers, of whatever format, read for an import. Loads the parser it needs and no other.
import { cleanText, type FoundFormat, findFormat } from './find-format';
import { ImportError } from './import-error';
import { maxFileLength, type ReadFile } from './imported-paper';

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Reads `text`, which a file called `name` holds ('' for pasted text); `pause` gives way to the page during long work. Throws
 * ImportError where nothing can be made of it. A file whose records were all skipped is no error: what was skipped says why.
 */
export async function readFile(name: string, text: string, pause = nextTask): Promise<ReadFile> {
  if (text.length > maxFileLength) {
    throw new ImportError('too-large', `It is longer than ${maxFileLength / 1024 / 1024} MB.`);
  }
  const found = findFormat(name, cleanText(text));
  // Ids could be made out in one that was cut off, and everything else would be lost without a word.
  const saysJson = /\.json$/i.test(name) || found.text.slice(0, 200).includes('"papergloss-reading-list"');
  if (saysJson && found.json === undefined && /^\s*[[{]/.test(found.text)) {
    throw new ImportError('unreadable', 'It is no JSON, or was cut off.');
  }
  const read = await readAs(found, pause);
  if (read.papers.length > 0 || read.entries || read.skipped.length > 0) return read;
  throw new ImportError('nothing-found', 'There is no paper of arXiv in it.');
}

async function readAs({ format, text, json }: FoundFormat, pause: () => Promise<void>): Promise<ReadFile> {
  switch (format) {
    case 'json':
      return (await import('./read-own-json')).readOwnJson(text, json);
    case 'bibtex':
      return (await import('./read-bibtex')).readBibtex(text, pause);
    case 'ris':
      return (await import('./read-ris')).readRis(text);
    case 'csv':
      return (await import('./read-csv')).readCsv(text);
    case 'csl-json':
      return (await import('./read-csl-json')).readCslJson(Array.isArray(json) ? json : []);
    case 'papermemory':
      return (await import('./read-paper-memory')).readPaperMemory(Object(json));
    case 'list':
      return (await import('./read-list')).readList(text);
  }
}
