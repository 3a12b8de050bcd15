// Notes of other tools, without what they put there that no reader wrote. Pure.
import { idInField } from './find-arxiv-id';

/** Lines that only repeat the paper's id, and those by which Zotero keeps fields it has no place for. '' where nothing else stands. */
export function foreignNote(note: string, id: string): string {
  return note
    .split(/\r\n?|\n/)
    .filter(
      (line) => !isId(line, id) && !/^\s*(?:citation key|_?eprint|tex\.\w+|ads bibcode)\s*[:=]/i.test(line),
    )
    .join('\n')
    .trim();
}

function isId(line: string, id: string): boolean {
  const bare = line.trim().replace(/^arxiv(?: e-?print| preprint| id)?[\s,:]{0,3}/i, '');
  return idInField(bare) === id;
}
