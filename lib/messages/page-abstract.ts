// What a tab's page says about its own paper: title and abstract, as text. Read from any page, hence believed in nothing; knows no
// site's adapter.
import { plainText } from '../papers/plain-text';
import { maxPageAbstract, maxPageTitle, type PageAbstract } from './protocol';

/** The part of the browser's `scripting` API this needs. */
export interface Scripting {
  executeScript(injection: {
    target: { tabId: number };
    func: (...args: unknown[]) => unknown;
    args: unknown[];
  }): Promise<{ result?: unknown }[]>;
}

/** What is shorter is a teaser, a heading, or the name of a section. */
const minAbstract = 100;

/**
 * Runs inside the page and is sent there as its own source text: everything it needs is in it or handed in. Methods are taken from their
 * prototypes, because a page may have elements that go by the names of methods. Never looks further than `maxText` characters into a text.
 */
function readWords(maxText: number): { title: string; abstract: string } | undefined {
  const findAll = Document.prototype.querySelectorAll;
  const walkerOf = Document.prototype.createTreeWalker;
  const contains = Node.prototype.contains;
  const attribute = Element.prototype.getAttribute;

  function textBelow(element: Element): string {
    const walker = walkerOf.call(document, element, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node && text.length < maxText; node = walker.nextNode()) {
      const within = node.parentElement?.localName ?? '';
      if (!/^(script|style|noscript|template|button)$/.test(within))
        text += `${(node as Text).data.slice(0, maxText)} `;
    }
    return text.replace(/\s+/g, ' ').trim();
  }

  const metadata = new Map<string, string>();
  for (const element of findAll.call(document, 'meta[content]')) {
    const name = attribute.call(element, 'name') ?? attribute.call(element, 'property') ?? '';
    const content = (attribute.call(element, 'content') ?? '').slice(0, maxText).trim();
    if (content && !metadata.has(name.toLowerCase())) metadata.set(name.toLowerCase(), content);
  }
  const meta = (...names: string[]) => metadata.get(names.find((name) => metadata.has(name)) ?? '') ?? '';

  /** Of the one element the selector finds, whatever lies in it; where there are several, this is a list of papers. */
  function only(...selectors: string[]): string {
    for (const selector of selectors) {
      const [first, ...others] = findAll.call(document, selector);
      if (!first || others.some((other) => !contains.call(first, other))) continue;
      const text = textBelow(first);
      if (text) return text;
    }
    return '';
  }

  /** What follows the one heading that says "Abstract" and nothing else. */
  function belowHeading(): string {
    const headings = [...findAll.call(document, 'h2, h3, h4, h5')].filter(({ textContent }) =>
      /^\s*abstract\s*:?\s*$/i.test(textContent.slice(0, 40)),
    );
    const next = headings.length === 1 ? headings[0]?.nextElementSibling : undefined;
    return next ? textBelow(next) : '';
  }

  const title =
    meta('citation_title', 'dc.title', 'dcterms.title') || only('h1.title') || meta('og:title') || only('h1');
  const abstract =
    meta('citation_abstract', 'dcterms.abstract') ||
    only(
      'blockquote.abstract',
      '#abstract',
      '.abstract',
      '.acl-abstract',
      'section[aria-label="Abstract"]',
      'section[aria-label="abstract"]',
    ) ||
    belowHeading() ||
    meta('dc.description', 'dcterms.description') ||
    // Every page has one of these; only where a paper is described can it be an abstract.
    ([...metadata.keys()].some((name) => /^(citation_|dc\.|dcterms\.)/.test(name))
      ? meta('og:description')
      : '');
  return {
    title: title.replace(/^title:\s*/i, ''),
    abstract: abstract.replace(/^abstract\b[\s:.—–-]*/i, ''),
  };
}

/** Undefined for a page that is about no paper, or whose words cannot be read. Never rejects, whatever the page answers. */
export async function readPageAbstract(
  scripting: Scripting,
  tabId: number,
): Promise<PageAbstract | undefined> {
  try {
    const [frame] = await scripting.executeScript({
      target: { tabId },
      func: readWords as (...args: unknown[]) => unknown,
      args: [2 * maxPageAbstract],
    });
    const { title, abstract } = (frame?.result ?? {}) as Record<string, unknown>;
    if (typeof title !== 'string' || typeof abstract !== 'string') return undefined;
    const words = {
      title: plainText(title.slice(0, maxPageTitle), maxPageTitle),
      abstract: plainText(abstract.slice(0, maxPageAbstract), maxPageAbstract),
    };
    return words.title && words.abstract.length >= minAbstract ? words : undefined;
  } catch {
    return undefined;
  }
}
