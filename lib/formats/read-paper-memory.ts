// The JSON export of PaperMemory (github.com/vict0rsch/PaperMemory): papers by id, `Arxiv-1706.03762`; and its
// lists of papers with a tag. Fields: src/shared/js/utils/data.js there.
import { CollectedPapers, type RecordFacts } from './collected-papers';
import { findArxivId } from './find-arxiv-id';
import type { ReadFile } from './imported-paper';
import { fieldOf, isRecord, isText, listIn, textIn } from './json-fields';
import { timeIn } from './read-state';

/** `memory`: the parsed JSON, papers by id or a list of them. */
export function readPaperMemory(memory: object): ReadFile {
  const collected = new CollectedPapers();
  for (const [key, paper] of Object.entries(memory)) {
    if (key === '__dataVersion') continue;
    const where = Array.isArray(memory) ? String(Number(key) + 1) : key;
    if (!isRecord(paper)) {
      collected.skip(where, 'malformed', 'It is no paper.');
      continue;
    }
    const id = idOf(key, paper);
    if (id) collected.add(id, factsOf(paper), where);
    else collected.skip(where, 'no-arxiv-id', textIn(paper, 'title'));
  }
  return { format: 'papermemory', papers: collected.papers, skipped: collected.skipped };
}

/** Ids of the old style are written `Arxiv-hep-th_9901001` there. */
const bareId = (id: string) => id.replace(/^arxiv-/i, '').replace('_', '/');

function idOf(key: string, paper: object): string | undefined {
  return findArxivId([
    bareId(key),
    bareId(textIn(paper, 'id')),
    textIn(paper, 'pdfLink'),
    textIn(paper, 'url'),
    textIn(paper, 'doi'),
  ]);
}

/** It knows one mark, the favourite, and it is its highest: as three stars. That a paper was opened does not mean it was read. */
function factsOf(paper: object): RecordFacts {
  return {
    title: textIn(paper, 'title'),
    authors: textIn(paper, 'author').split(/\s+and\s+/),
    repository: textIn(paper, 'codeLink'),
    stars: fieldOf(paper, 'favorite') === true ? 3 : undefined,
    tags: listIn(paper, 'tags').filter(isText),
    note: textIn(paper, 'note').trim(),
    addedAt: timeIn(textIn(paper, 'addDate')),
  };
}
