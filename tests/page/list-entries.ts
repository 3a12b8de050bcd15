// A made-up list page, as small as it can be while it has what real ones have: sections, text between elements, styles of its own.
import type { KnownEntry } from '../../lib/page/card-script';
import type { CardData } from '../../lib/papers/card-data';

export function cardOf(id: string, upvotes?: number): CardData {
  const known = { id, title: `Title ${id}`, summary: '', summaryFrom: 'none', related: [] } as const;
  return { ...known, related: [], upvotes, fetchedAt: 0, origin: 'feed' };
}

/** One entry: its name, and the upvotes of its paper; `unlisted` where nobody picked it up, `unknown` where the feed has no number. */
export type Row = [name: string, upvotes: number | 'unlisted' | 'unknown'];

const entryHtml = ([name]: Row) => `
    <!-- ${name} --><dt id="${name}">${name}</dt> says
    <dd style="color: RED;margin:0">about ${name}</dd>`;

/** `dl` with a heading before each section, in the document's body. */
export function writeList(document: Document, sections: Row[][]): void {
  const html = sections.map((rows, index) => `<h3>Section ${index}</h3>${rows.map(entryHtml).join('')}`);
  document.body.innerHTML = `<p id="line">All of them: </p><dl>${html.join('\n')}\n</dl><p>The end.</p>`;
}

/** The entries of the list as an adapter would find them now, with what is known of each. */
export function readEntries(document: Document, sections: Row[][]): KnownEntry[] {
  const upvotes = new Map(sections.flat());
  let section = -1;
  const entries: KnownEntry[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('dl > *')) {
    if (element.localName === 'h3') section++;
    if (element.localName !== 'dt') continue;
    const detail = element.nextElementSibling;
    const known = upvotes.get(element.id) ?? 'unlisted';
    entries.push({
      target: { kind: 'paper', id: element.id },
      elements: detail instanceof HTMLElement && detail.localName === 'dd' ? [element, detail] : [element],
      section,
      cards: known === 'unlisted' ? [] : [cardOf(element.id, known === 'unknown' ? undefined : known)],
    });
  }
  return entries;
}

/** Names of the entries that can be seen, section by section, each with the text behind it checked to be its own. */
export function seen(document: Document): string[] {
  const names: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('dl > *')) {
    if (element.localName === 'h3') names.push('|');
    if (element.localName === 'dt' && element.style.display !== 'none') names.push(element.id);
    if (element.localName === 'dd' && element.style.display !== 'none')
      names.push(`(${element.textContent?.slice(6)})`);
  }
  return names;
}
