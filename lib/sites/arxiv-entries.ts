// Lists of papers on arXiv: what their entries name, and the entries themselves. Reads only; knows no address.
import type { Target } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';
import { mentionsIn } from './mentions-in';
import type { Mention, PaperList, PaperListEntry } from './types';

interface EntryParts {
  /** The line that leads to an entry's own paper, and the block of text at the end of which its badge goes. */
  own: [line: Element, end: Element][];
  /** The links worth a look. Those of authors are most of a list and lead nowhere, so they are left out. */
  links: Iterable<Element>;
  /** Where entries say something in running text. */
  texts: Iterable<Element>;
}

/** The paper that the line with an entry's identifier leads to. Undefined where it has lost its link. */
export function ownTarget(line: Element): Target | undefined {
  const address = line.querySelector('a[href*="/abs/"]')?.getAttribute('href') ?? '';
  return targetOfAddress(address.startsWith('/') ? `https://arxiv.org${address}` : address);
}

/** A badge for each entry, and for what entries name besides, by links and in running text. */
export function entryMentions({ own, links, texts }: EntryParts, url: URL): Mention[] {
  const entries = own.flatMap(([line, end]): Mention[] => {
    const target = ownTarget(line);
    return target ? [{ target, form: 'badge', place: { element: end, position: 'append' } }] : [];
  });
  const around = [...links].map((link) => link.parentElement);
  const except = entries.map(({ target }) => target);
  return [...entries, ...mentionsIn(around, url, { except, text: texts })];
}

/** What the entries of a `dl` name: the badge of a paper at the end of its `dt`, where nothing follows on the line. */
export function definitionMentions(root: ParentNode, url: URL): Mention[] {
  return entryMentions(
    {
      own: [...root.querySelectorAll('#dlpage dt')].map((line) => [line, line]),
      links: root.querySelectorAll('#dlpage .meta > :not(.list-authors) a'),
      texts: root.querySelectorAll('#dlpage dd'),
    },
    url,
  );
}

/** The entries of all `dl`, each with its `dd`. A heading or another `dl` begins a section. */
function readEntries(root: ParentNode): PaperListEntry[] {
  const entries: PaperListEntry[] = [];
  let section = 0;
  let current: PaperListEntry | undefined;
  for (const element of root.querySelectorAll<HTMLElement>('#dlpage dl > *')) {
    if (!element.previousElementSibling || /^H\d$/.test(element.nodeName)) section++;
    if (element.nodeName === 'DD') {
      current?.elements.push(element);
      continue;
    }
    const target = element.nodeName === 'DT' ? ownTarget(element) : undefined;
    current = target && { target, elements: [element], section };
    if (current) entries.push(current);
  }
  return entries;
}

/** The last text above the list ("Total of … entries", "Showing up to …"): at its end a bar pushes nothing. */
function lineAbove(list: Element): Element | null {
  let line = list.previousElementSibling;
  while (line && !(line.matches('div,p,h1,h2,h3') && line.textContent?.trim())) {
    line = line.previousElementSibling;
  }
  return line;
}

/** The list a page of `dl` is. Undefined where it has no entries. */
export function definitionList(root: ParentNode): PaperList | undefined {
  const entries = readEntries(root);
  const list = entries[0]?.elements[0]?.parentElement;
  if (!list) return undefined;
  const line = lineAbove(list);
  return {
    place: line ? { element: line, position: 'append' } : { element: list, position: 'before' },
    entries,
  };
}
