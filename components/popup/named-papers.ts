// Which papers a text in the search box asks to be saved. Pure; whether a paper is cached is told by the search.
import { findPaperIds } from '../../lib/papers/paper-id';

/**
 * The identifiers of a pasted text, in order, each once: where it names several, or one that is not cached (`missing` of the search's
 * answer). Empty for everything else: one paper that is cached is found, and its row saves it. `now` in ms since 1970.
 */
export function papersToSave(text: string, missing: string | undefined, now: number = Date.now()): string[] {
  const ids = findPaperIds(text, now);
  return ids.length > 1 || (ids[0] !== undefined && ids[0] === missing) ? ids : [];
}
