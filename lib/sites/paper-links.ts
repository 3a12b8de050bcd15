// The shared link walker: links to papers below an element. Reads attributes only, because `.href` resolves every address.
import { paperIdFromUrl } from '../papers/paper-id';

export interface PaperLink {
  link: HTMLAnchorElement;
  id: string;
}

/** Cheap first sieve, answered by the selector engine; what it lets through is parsed strictly. */
const mayNamePaper = ['xiv', 'Xiv', 'huggingface.co/papers/'].map((part) => `a[href*="${part}"]`).join(',');

const block = 'p,li,td,th,dd,dt,h1,h2,h3,h4,h5,h6,blockquote,div,section';

/** Written by the reader or copied by them: nothing may be put there. */
const untouchable = 'pre,code,[contenteditable],textarea';

/**
 * Links below `root` whose address names a paper, in document order; of several links to one paper within one
 * paragraph, list item or cell (abstract, PDF, code …) only the first. [] when there are none.
 */
export function findPaperLinks(root: ParentNode): PaperLink[] {
  const seenInBlock = new Map<Element | null, Set<string>>();
  const found: PaperLink[] = [];
  for (const link of root.querySelectorAll<HTMLAnchorElement>(mayNamePaper)) {
    const id = paperIdFromUrl(link.getAttribute('href') ?? '')?.id;
    if (!id || link.closest(untouchable)) continue;
    const surrounding = link.closest(block);
    const seen = seenInBlock.get(surrounding) ?? new Set();
    if (seen.has(id)) continue;
    seenInBlock.set(surrounding, seen.add(id));
    found.push({ link, id });
  }
  return found;
}
