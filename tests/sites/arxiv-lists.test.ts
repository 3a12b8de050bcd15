// @vitest-environment happy-dom
// The lists of papers that arXiv's pages are, for the bar above them: entries, their elements, their sections, the bar's place.
import { describe, expect, it } from 'vitest';
import { siteAdapters } from '../../lib/sites/registry';
import type { PaperList } from '../../lib/sites/types';

const fixtures = import.meta.glob<string>('../fixtures/sites/arxiv-*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function listOn(page: Document, address: string): PaperList | undefined {
  const url = new URL(address);
  return siteAdapters
    .filter((adapter) => adapter.isActive(url))
    .map((adapter) => adapter.findList?.(page, url))
    .find((list) => list !== undefined);
}

const fixture = (name: string) => parse(fixtures[`../fixtures/sites/${name}.html`] ?? '');
const recent = 'https://arxiv.org/list/cs.CL/recent';

function described(list: PaperList | undefined): string[] | undefined {
  return list?.entries.map(
    ({ target, elements, section }) =>
      `${section}: ${target.kind === 'paper' && target.id} ${elements.map(({ nodeName }) => nodeName.toLowerCase()).join(' ')}`,
  );
}

const rows: [fixture: string, address: string, entries: string[], above: string][] = [
  [
    'arxiv-listing.recent-2026-11',
    recent,
    ['1: 2606.10001 dt dd', '1: 2606.10002 dt dd', '2: hep-th/9901001 dt dd'],
    'Showing up to 50 entries per page',
  ],
  [
    'arxiv-listing.new-2026-11',
    'https://arxiv.org/list/cs.LG/new',
    ['1: 2606.10001 dt dd', '2: 2606.10002 dt dd', '3: 0906.2112 dt dd'],
    'Showing up to 2000 entries per page',
  ],
  [
    'arxiv-listing.catchup-2026-11',
    'https://arxiv.org/catchup/cs.LG/2026-06-09',
    ['1: 2606.10001 dt dd'],
    'Total of 1 entries for Tue, 09 Jun 2026',
  ],
  [
    'arxiv-author.2026-11',
    'https://arxiv.org/a/one_a_1',
    ['1: 2606.10001 dt dd', '1: cs/0601001 dt dd'],
    'See also ORCID',
  ],
  [
    'arxiv-search.2026-11',
    'https://arxiv.org/search/?query=drafting',
    ['0: 2606.10001 li', '0: 2606.10002 li'],
    'Showing 1–2 of 2 results',
  ],
];

describe("arXiv's lists", () => {
  it.each(rows)('%s at %s', (name, address, entries, above) => {
    const list = listOn(fixture(name), address);
    expect(described(list)).toEqual(entries);
    expect(list?.place.position).toBe('append');
    expect(list?.place.element.textContent).toContain(above);
  });

  it.each([
    [
      'without entries',
      '<main><div id="dlpage"><h1>Materials</h1><p>No updates today.</p></div></main>',
      recent,
    ],
    ['of search without results', '<main><h1>Search</h1></main>', 'https://arxiv.org/search/?query=zz'],
    [
      'of a paper',
      fixtures['../fixtures/sites/arxiv-abstract.2026-11.html'],
      'https://arxiv.org/abs/2606.10001',
    ],
  ])('is none on a page %s', (_what, html, address) => {
    expect(listOn(parse(html ?? ''), address)).toBeUndefined();
  });

  it('leaves out an entry that has lost its link, and the text that belongs to it', () => {
    const page = fixture('arxiv-listing.recent-2026-11');
    page.querySelector('[id="2606.10002"]')?.remove();
    expect(described(listOn(page, recent))).toEqual(['1: 2606.10001 dt dd', '2: hep-th/9901001 dt dd']);
  });

  it('counts every heading inside a list as the beginning of a section', () => {
    const line = (id: string) => `<dt><a href="/abs/${id}">${id}</a></dt><dd></dd>`;
    const page = parse(
      `<div id="dlpage"><dl><h3>Wed</h3>${line('2606.10001')}<h3>Tue</h3>${line('2606.10002')}</dl></div>`,
    );
    expect(listOn(page, recent)?.entries.map(({ section }) => section)).toEqual([1, 2]);
  });

  it('puts the bar in front of the list where no text stands above it', () => {
    const page = parse('<div id="dlpage"><p> </p><dl><dt><a href="/abs/2606.10001">x</a></dt></dl></div>');
    expect(listOn(page, recent)?.place).toEqual({ element: page.querySelector('dl'), position: 'before' });
  });
});
