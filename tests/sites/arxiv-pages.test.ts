// @vitest-environment happy-dom
// What arXiv's adapters find on their fixtures, one row a page: what is named, in which form, and where it goes.
import { describe, expect, it } from 'vitest';
import { siteAdapters } from '../../lib/sites/registry';
import type { Mention, Place } from '../../lib/sites/types';

const fixtures = import.meta.glob<string>('../fixtures/sites/{arxiv-,alphaxiv}*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const parse = (fixture: string) =>
  new DOMParser().parseFromString(fixtures[`../fixtures/sites/${fixture}.html`] ?? '', 'text/html');

/** What the adapters that are active at the address find on the fixture. */
function mentionsOn(fixture: string, address: string, page = parse(fixture)): Mention[] {
  const url = new URL(address);
  return siteAdapters
    .filter((adapter) => adapter.isActive(url))
    .flatMap((adapter) => adapter.findMentions(page, url));
}

const named = ({ target, form, look, label }: Mention) =>
  [look ?? form, target.kind === 'paper' ? target.id : target.slug, label && `labelled ${label}`]
    .filter(Boolean)
    .join(' ');

function placed({ element, position }: Place): string {
  if (element.nodeType === Node.TEXT_NODE) return `${position} text`;
  const { className, nodeName } = element as Element;
  return `${position} ${className.split(' ')[0] || nodeName.toLowerCase()}`;
}

const described = (mention: Mention) => `${named(mention)}, ${placed(mention.place)}`;

const rows: [fixture: string, address: string, mentions: string[]][] = [
  [
    'arxiv-abstract.mentions-2026-11',
    'https://arxiv.org/abs/2606.10001v2',
    [
      'card 2606.10001, after abstract',
      'badge 2211.17192, after link-https',
      'badge someone/drafts, after link-external',
      'badge 2401.00001, after link-https',
      'badge 2302.01318, after text',
    ],
  ],
  [
    'arxiv-abstract.not-found-2026-11',
    'https://arxiv.org/abs/2606.99999',
    ['badge hep-th/9901001 labelled hep-th/9901001, after text'],
  ],
  [
    'arxiv-listing.recent-2026-11',
    'https://arxiv.org/list/cs.CL/recent',
    [
      'badge 2606.10001, append dt',
      'badge 2606.10002, append dt',
      'badge hep-th/9901001, append dt',
      'badge 2302.01318, after a',
      'badge someone/drafts, after link-external',
    ],
  ],
  [
    'arxiv-listing.new-2026-11',
    'https://export.arxiv.org/list/cs.LG/new',
    [
      'badge 2606.10001, append dt',
      'badge 2606.10002, append dt',
      'badge 0906.2112, append dt',
      'badge someone/again, after link-external',
      'badge 2211.17192 labelled 2211.17192, after text',
      'badge someone/drafts, after text',
    ],
  ],
  [
    'arxiv-listing.catchup-2026-11',
    'https://arxiv.org/catchup/cs.LG/2026-06-09?abs=False',
    ['badge 2606.10001, append dt'],
  ],
  [
    'arxiv-author.2026-11',
    'https://arxiv.org/a/one_a_1',
    ['badge 2606.10001, append dt', 'badge cs/0601001, append dt'],
  ],
  [
    'arxiv-search.2026-11',
    'https://arxiv.org/search/?query=arXiv:2012.00001',
    [
      'badge 2606.10001, append title',
      'badge 2606.10002, append title',
      'badge arXiv/arxiv-search, after a',
      'badge arXiv/arxiv-search, after a',
      'badge someone/drafts labelled someone/drafts, after text',
      'badge 2302.01318, after text',
    ],
  ],
  [
    'arxiv-html.2026-11',
    'https://arxiv.org/html/2606.10001v1',
    [
      'card 2606.10001, after ltx_authors',
      'badge someone/drafts, after ltx_ref',
      'badge 2302.01318, after ltx_ref',
      'badge arXiv/html_feedback, after ltx_ref',
      'badge 2211.17192, after text',
    ],
  ],
  [
    'arxiv-html.failed-2026-11',
    'https://arxiv.org/html/2606.10001v1',
    ['card 2606.10001, append ltx_page_content', 'badge arXiv/html_feedback, after ltx_ref'],
  ],
  [
    'arxiv-html.ar5iv-2026-11',
    'https://ar5iv.labs.arxiv.org/html/2606.10001',
    ['card 2606.10001, after ltx_title', 'badge 2302.01318, after ltx_ref'],
  ],
  ['arxiv-pdf.embed-2026-11', 'https://arxiv.org/pdf/2606.10001v2.pdf', ['corner 2606.10001, append body']],
  ['arxiv-abstract.not-found-2026-11', 'https://arxiv.org/pdf/2606.99999', []],
  [
    'arxiv-other.format-2026-11',
    'https://arxiv.org/format/2606.10001',
    ['badge 2606.10001, after a', 'badge 2211.17192, after text'],
  ],
  ['alphaxiv.2026-11', 'https://www.alphaxiv.org/overview/2606.10001', ['corner 2606.10001, append body']],
];

describe("arXiv's pages", () => {
  it.each(rows)('%s at %s', (fixture, address, mentions) => {
    expect(mentionsOn(fixture, address).map(described)).toEqual(mentions);
  });

  it('says where a late card goes, and how', () => {
    const late = (fixture: string, address: string) => {
      const { quietPlace, quietForm } = mentionsOn(fixture, address)[0] ?? {};
      return quietPlace && `${quietForm}, ${placed(quietPlace)}`;
    };
    const address = 'https://arxiv.org/html/2606.10001';
    expect(late('arxiv-abstract.mentions-2026-11', 'https://arxiv.org/abs/2606.10001')).toBe(
      'aside, append extra-services',
    );
    expect(late('arxiv-html.2026-11', address)).toBe('badge, append div');
    expect(late('arxiv-html.failed-2026-11', address)).toBe('badge, append div');
    expect(late('arxiv-html.ar5iv-2026-11', 'https://ar5iv.labs.arxiv.org/html/2606.10001')).toBe(
      'badge, append ltx_title',
    );
  });

  it('knows the PDF viewer whose file lies in a closed root by the type of its document', () => {
    const viewer = new DOMParser().parseFromString('<body></body>', 'text/html');
    const address = 'https://arxiv.org/pdf/2606.10001';
    expect(mentionsOn('', address, viewer)).toEqual([]);
    Object.defineProperty(viewer, 'contentType', { value: 'application/pdf' });
    expect(mentionsOn('', address, viewer).map(described)).toEqual(['corner 2606.10001, append body']);
  });

  it('leaves the page of alphaXiv alone until React has taken it over', () => {
    const [mention] = mentionsOn('alphaxiv.2026-11', 'https://www.alphaxiv.org/abs/2606.10001');
    expect(mention?.afterLoad).toBe(true);
  });

  it.each([
    'https://arxiv.org/abs/2606.10001v2',
    'https://arxiv.org/html/2606.10001',
    'https://ar5iv.org/abs/2606.10001',
    'https://arxiv.org/pdf/2606.10001v1.pdf',
    'https://www.alphaxiv.org/overview/2606.10001',
  ])('expects the paper that the address names: %s', (address) => {
    const url = new URL(address);
    const expected = siteAdapters.flatMap((adapter) => adapter.ownTarget?.(url) ?? []);
    expect(expected).toEqual([{ kind: 'paper', id: '2606.10001' }]);
  });
});
