// @vitest-environment happy-dom
// What each adapter finds on its fixture, one row a page.
import { describe, expect, it } from 'vitest';
import { siteAdapters } from '../../lib/sites/registry';
import type { Mention, Place } from '../../lib/sites/types';

const fixtures = import.meta.glob<string>('../fixtures/sites/*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

function mentionsOn(adapterId: string, fixture: string, address: string): Mention[] {
  const adapter = siteAdapters.find(({ id }) => id === adapterId);
  const document = new DOMParser().parseFromString(
    fixtures[`../fixtures/sites/${fixture}`] ?? '',
    'text/html',
  );
  return adapter?.findMentions(document, new URL(address)) ?? [];
}

const named = ({ target, form }: Mention) => `${form} ${target.kind === 'paper' ? target.id : target.slug}`;
const placed = (place: Place | undefined) =>
  place &&
  `${place.position} ${place.element.className.split(' ')[0] || place.element.tagName.toLowerCase()}`;

const cards: [
  adapter: string,
  fixture: string,
  address: string,
  mention: string,
  place: string,
  quiet?: string,
][] = [
  [
    'arxiv-abstract',
    'arxiv-abstract.2026-11.html',
    'https://arxiv.org/abs/2606.10001v2',
    'card 2606.10001',
    'after abstract',
    'append extra-services',
  ],
  [
    'github-repository',
    'github-repository.classic-2025-01.html',
    'https://github.com/Someone/Drafts?tab=readme-ov-file',
    'card Someone/Drafts',
    'after BorderGrid-row',
    'after BorderGrid',
  ],
  [
    'github-repository',
    'github-repository.rails-partial-2026-04.html',
    'https://github.com/someone/drafts',
    'card someone/drafts',
    'after BorderGrid',
  ],
  [
    'github-repository',
    'github-repository.react-2026-08.html',
    'https://github.com/someone/drafts/tree/main',
    'card someone/drafts',
    'append CodeViewSidebar-module__borderGrid__Lpx5q',
  ],
];

describe('pages with a card', () => {
  it.each(cards)('%s on %s at %s', (adapter, fixture, address, mention, place, quiet) => {
    const found = mentionsOn(adapter, fixture, address);
    expect(found.map(named)).toEqual([mention]);
    expect(placed(found[0]?.place)).toBe(place);
    expect(placed(found[0]?.quietPlace)).toBe(quiet);
  });

  it.each([
    ['classic-2025-01', undefined],
    ['rails-partial-2026-04', true],
    ['react-2026-08', true],
  ])('waits for React to take over its sidebar: %s', (layout, waits) => {
    const [mention] = mentionsOn(
      'github-repository',
      `github-repository.${layout}.html`,
      'https://github.com/a/b',
    );
    expect(mention?.afterLoad).toBe(waits);
  });
});

describe('rendered markdown', () => {
  const found = mentionsOn(
    'github-markdown',
    'github-markdown.2026-08.html',
    'https://github.com/someone/drafts',
  );

  it('gives a badge to the first link to each paper of a paragraph, item or cell, and to nothing else', () => {
    expect(found.map(named)).toEqual([
      'badge 2606.10001',
      'badge 2606.10001',
      'badge 2211.17192',
      'badge 2302.01318',
      'badge hep-th/9901001',
      'badge 2606.10002',
      'badge 2606.10002',
    ]);
  });

  it('puts each badge after its link', () => {
    expect(found.every(({ place }) => place.position === 'after' && place.element.localName === 'a')).toBe(
      true,
    );
  });
});
