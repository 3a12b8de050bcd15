// The shared link walker: what links below an element lead to. Reads attributes only, because `.href` resolves every address.
import { type Target, targetKey } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';
import { blocks } from './text-blocks';
import type { Mention } from './types';

export interface TargetLink {
  link: Element;
  target: Target;
  /** See `targetKey`. */
  key: string;
}

/** What was read of a link, so that a page that is watched does not pay for the same address again and again. */
interface Reading {
  written: string;
  found?: Pick<TargetLink, 'target' | 'key'>;
}
const readings = new WeakMap<Element, Reading>();

/**
 * Cheap first sieve, answered by the selector engine; what it lets through is parsed strictly. As few as possible, since each costs
 * a look at every address: `iv` is in arxiv, arXiv and ar5iv, `48550/` in every DOI of arXiv, however written.
 */
const anySite = 'a[href*="iv"],a[href*="48550/"],a[href*="/papers/"],a[href*="github.com/"]';

/** On its own pages arXiv's addresses are written without the site. */
const onArxiv = `${anySite},a[href^="/abs/"],a[href^="/pdf/"],a[href^="/html/"]`;

const sieveFor = ({ hostname }: URL) => (/xiv\.org$/.test(hostname) ? onArxiv : anySite);

/** Longer addresses are data, not addresses, characters. */
const maxAddressLength = 2000;

/**
 * Links below `root` that lead to a paper or a repository, in document order. Relative addresses are resolved against the page's
 * `<base>`, else against `url`. [] when there are none.
 */
export function findTargetLinks(root: ParentNode, url: URL): TargetLink[] {
  const page = (root as Partial<Node>).ownerDocument ?? (root as Document);
  const declared = page.getElementsByTagName?.('base')[0]?.getAttribute('href');
  const base = declared ? resolve(declared, url.href) : url.href;
  const candidates = root.querySelectorAll(declared ? 'a[href]' : sieveFor(url));
  const links: TargetLink[] = [];
  for (const link of candidates) {
    const written = link.getAttribute('href') ?? '';
    let reading = readings.get(link);
    if (reading?.written !== written) {
      reading = { written, found: readAddress(written, base) };
      readings.set(link, reading);
    }
    if (reading.found) links.push({ link, ...reading.found });
  }
  return links;
}

function readAddress(written: string, base: string): Reading['found'] {
  if (written.length > maxAddressLength) return undefined;
  const target = targetOfAddress(written.startsWith('http') ? written : resolve(written, base));
  return target && { target, key: targetKey(target) };
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return '';
  }
}

/** Of several links to one target within one paragraph, list item or cell (abstract, PDF, code …) only the first. */
function firstInBlock(links: TargetLink[]): TargetLink[] {
  const last = new Map<string, { link: Element; block?: Element | null }>();
  return links.filter(({ link, key }) => {
    const before = last.get(key);
    const now = { link, ...(before && { block: link.closest(blocks) }) };
    last.set(key, now);
    return !before || (before.block ?? before.link.closest(blocks)) !== now.block;
  });
}

/** A badge beside the first link to each target in each paragraph, list item or cell; none for `except` (target keys). */
export function linkMentions(
  root: ParentNode,
  url: URL,
  except?: ReadonlySet<string | undefined>,
): Mention[] {
  const links = findTargetLinks(root, url);
  return firstInBlock(except ? links.filter(({ key }) => !except.has(key)) : links).map(
    ({ link, target }) => ({
      target,
      form: 'badge',
      place: { element: link, position: 'after' },
    }),
  );
}
