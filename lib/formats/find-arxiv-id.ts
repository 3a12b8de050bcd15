// Which arXiv paper a record of another tool is about: by its fields, the surest first. Pure.
import { isFuture } from '../papers/identifier-grammar';
import { paperIdFromUrl, parsePaperId } from '../papers/paper-id';
import { findTextReferences } from '../papers/text-references';

/** Longer fields name no paper; they are notes and abstracts. */
const longestProse = 2_000;

/** A field that holds an identifier, a DOI or an address, and nothing else but perhaps a label. Undefined for all others. */
export function idInField(text: string, now: number = Date.now()): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestProse) return undefined;
  const bare = trimmed.replace(/^(?:arxiv\s{0,3}:\s{0,3}|abs\/)(?=\S)/i, '');
  // Taking apart what is no address costs more than all the rest.
  const fromAddress = () => (trimmed.includes('/') ? paperIdFromUrl(trimmed) : undefined);
  const id = (parsePaperId(trimmed) ?? parsePaperId(bare) ?? fromAddress())?.id;
  return id && !isFuture(id, now) ? id : undefined;
}

/**
 * A field of running text, a journal's name or a note: the paper it names, where that says of itself that it is arXiv's and is the
 * only one. A note that compares two papers is about neither.
 */
function idInProse(text: string, now: number = Date.now()): string | undefined {
  const certain = new Set<string>();
  for (const { id, address, isCertain } of findTextReferences(text.slice(0, longestProse))) {
    const named = address ? paperIdFromUrl(address)?.id : isCertain && id;
    if (named && !isFuture(named, now)) certain.add(named);
  }
  return certain.size === 1 ? [...certain][0] : undefined;
}

/** The first paper that one of `fields` is, else the first that one of `prose` names. */
export function findArxivId(
  fields: readonly (string | undefined)[],
  prose: readonly (string | undefined)[] = [],
): string | undefined {
  for (const text of fields) {
    const id = text && idInField(text);
    if (id) return id;
  }
  for (const text of prose) {
    const id = text && idInProse(text);
    if (id) return id;
  }
  return undefined;
}
