// Which kind of arXiv's pages an address is, so that exactly one adapter takes each. Pure; reads addresses only.
import { paperIdFromUrl } from '../papers/paper-id';
import type { Target } from '../papers/target';

type ArxivPage = 'abstract' | 'author' | 'html' | 'listing' | 'other' | 'pdf' | 'search';

/** Host-wide patterns of arXiv with its mirrors, to which ar5iv's older address belongs, too. */
export const arxivHosts = ['https://*.arxiv.org/*'] as const;

const kinds: [kind: ArxivPage, path: RegExp, isOfOnePaper?: boolean][] = [
  ['abstract', /^\/+abs\//, true],
  ['pdf', /^\/+pdf\//, true],
  ['html', /^\/+html\//, true],
  ['listing', /^\/+(?:list|catchup)\/[^/]+\/[^/]/],
  ['search', /^\/+search(?:\/|$)/],
  ['author', /^\/+a\/[^/]/],
];

/** ar5iv shows the same whether the address says `abs`, `html` or `pdf`. */
const ar5iv: typeof kinds = [['html', /^\/+(?:abs|html|pdf)\//, true]];

/** The paper the path names. Undefined where it names none. */
export function paperOfPath({ origin, pathname }: URL): Target | undefined {
  const id = paperIdFromUrl(origin + pathname)?.id;
  return id ? { kind: 'paper', id } : undefined;
}

/** The kind of page; undefined outside of arXiv, for other pages of ar5iv, and where an identifier should be and is none. */
export function arxivPageOf(url: URL): ArxivPage | undefined {
  const [, site] = /(?:^|\.)(arxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org)$/.exec(url.hostname) ?? [];
  if (!site) return undefined;
  const isAr5iv = site.startsWith('ar5iv');
  const [kind, , isOfOnePaper] = (isAr5iv ? ar5iv : kinds).find(([, path]) => path.test(url.pathname)) ?? [];
  if (!kind) return isAr5iv ? undefined : 'other';
  return isOfOnePaper && !paperOfPath(url) ? undefined : kind;
}

/** `isActive` and `ownTarget` of an adapter for the pages of one paper. */
export function pagesOfOnePaper(kind: ArxivPage) {
  const isActive = (url: URL) => arxivPageOf(url) === kind;
  return { isActive, ownTarget: (url: URL) => (isActive(url) ? paperOfPath(url) : undefined) };
}
