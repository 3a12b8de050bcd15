// BibTeX entries that our own export wrote, known by their field `papergloss`: the exact inverse of `bibtex-entry.ts`, so that math in
// titles, tags and the lines of notes come back as they were. Pure.
import type { RecordFacts } from './collected-papers';
import { unescapeLatex } from './latex-escape';
import { isStandIn, readStateLine, stateFacts } from './read-state';

/** `fields` as TeX. Undefined for entries of other tools. */
export function ownBibtexFacts(id: string, fields: ReadonlyMap<string, string>): RecordFacts | undefined {
  const line = fields.get('papergloss');
  if (line === undefined) return undefined;
  const read = (name: string) => fields.get(name) ?? '';
  const state = readStateLine(unescapeLatex(line));
  const title = unescapeLatex(read('title').replace(/^\{(.*)\}$/s, '$1'));
  return {
    title: isStandIn(title, id) ? '' : title,
    authors: namesApart(read('author')).map(nameOf),
    category: read('primaryclass'),
    tags: read('keywords').split(',').map(unescapeLatex),
    note: unescapeLatex(read('annote')),
    ...stateFacts((key) => state.get(key)),
  };
}

/** At each ` and ` that stands in no group. */
function namesApart(authors: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < authors.length; at++) {
    const character = authors[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && authors.startsWith(' and ', at)) {
      names.push(authors.slice(start, at));
      start = at + 5;
      at += 4;
    }
  }
  return [...names, authors.slice(start)];
}

function nameOf(name: string): string {
  if (name.startsWith('{') && name.endsWith('}')) return unescapeLatex(name.slice(1, -1));
  const [family = '', ...rest] = name.split(', ').map(unescapeLatex);
  const [given = '', suffix = ''] = rest.reverse();
  return [given, family, suffix].filter(Boolean).join(' ');
}
