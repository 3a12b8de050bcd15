// @vitest-environment happy-dom
// What adapters find on their fixtures, and where it goes: one row a page. Further pages of arXiv: arxiv-pages.test.ts.
import { describe, expect, it } from 'vitest';
import { targetText } from '../../lib/papers/target';
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
    fixtures[`../fixtures/sites/${fixture}.html`] ?? '',
    'text/html',
  );
  return adapter?.findMentions(document, new URL(address)) ?? [];
}

function placed({ element, position }: Place): string {
  const name = element instanceof Element && element.className.split(' ')[0];
  return `${position} ${name || element.nodeName.toLowerCase()}`;
}

/** `2606.10001 after a`, with the form and look where it is no plain badge. */
function said({ target, form, look, place, label, afterLoad }: Mention): string {
  const more = [form !== 'badge' && form, look, label && 'with its name', afterLoad && 'once loaded'];
  return [`${targetText(target)} ${placed(place)}`, ...more.filter(Boolean)].join(', ');
}

describe('a card', () => {
  it.each([
    [
      'arxiv-abstract.2026-11',
      'https://arxiv.org/abs/2606.10001v2',
      ['2606.10001 after abstract, card'],
      'append extra-services',
    ],
    [
      'github-repository.classic-2025-01',
      'https://github.com/Someone/Drafts?tab=readme-ov-file',
      ['Someone/Drafts after BorderGrid-row, card'],
      'after BorderGrid',
    ],
    [
      'github-repository.rails-partial-2026-04',
      'https://github.com/someone/drafts',
      ['someone/drafts after BorderGrid, card, once loaded'],
      undefined,
    ],
    [
      'github-repository.react-2026-08',
      'https://github.com/someone/drafts/tree/main',
      [
        'someone/drafts append CodeViewSidebar-module__borderGrid__Lpx5q, card, once loaded',
        '2606.10001 after prc-Link-Link-9ZwDx, once loaded',
        '2606.10002 after #text, once loaded',
      ],
      undefined,
    ],
  ])('%s at %s', (fixture, address, expected, quiet) => {
    const [adapter = ''] = fixture.split('.');
    const found = mentionsOn(adapter, fixture, address);
    expect(found.map(said)).toEqual(expected);
    const quietPlace = found[0]?.quietPlace;
    expect(quietPlace && placed(quietPlace)).toBe(quiet);
  });
});

const badges: [fixture: string, address: string, expected: string[]][] = [
  [
    'github-header.server-2025-01',
    'https://github.com/Someone/Drafts/issues',
    ['Someone/Drafts append mr-2'],
  ],
  [
    'github-header.crumbs-2024-10',
    'https://github.com/someone/drafts/pull/1/files',
    ['someone/drafts append li'],
  ],
  [
    'github-header.react-2026-08',
    'https://github.com/someone/drafts/wiki',
    ['someone/drafts append li, once loaded'],
  ],
  [
    'github-markdown.2026-08',
    'https://github.com/someone/drafts',
    [
      '2606.10001 after a',
      '2606.10001 after a',
      '2211.17192 after a',
      '2302.01318 after a',
      'hep-th/9901001 after a',
      'someone/arxiv-tools after a',
      '2606.10002 after a',
      '2606.10002 after a',
      '2606.10003 after a',
      '2606.10004 after a',
      '2606.10007 after #text, with its name',
      'someone/plain after #text, with its name',
      '2606.10005 after #text, with its name',
    ],
  ],
  [
    'github-markdown.issue-2026-11',
    'https://github.com/someone/drafts/issues/1',
    [
      'Someone/Samples after a',
      '2606.10002 after #text, with its name',
      'someone/runs after #text',
      '2606.10001 after #text, once loaded',
      'someone/elsewhere after Link--primary',
    ],
  ],
  [
    'github-markdown.gist-2025-12',
    'https://gist.github.com/someone/0123456789abcdef0123456789abcdef',
    ['2606.10001 after a', 'someone/drafts after a', '2606.10002 after #text'],
  ],
  [
    'github-listing.trending-2026-05',
    'https://github.com/trending/python',
    [
      'someone/drafts append h3',
      'someone/samples append h3',
      '2606.10001 after #text',
      'hep-th/9901001 after #text, with its name',
    ],
  ],
  [
    'github-listing.topic-2026-03',
    'https://github.com/topics/drafts',
    ['someone/drafts append f3', '2606.10001 after #text, with its name', 'someone/elsewhere after #text'],
  ],
  [
    'github-listing.search-2026-08',
    'https://github.com/search?q=drafts&type=repositories',
    [
      'someone/Drafts append search-title, once loaded',
      'someone/samples append search-title, once loaded',
      '2606.10001 after #text, once loaded',
    ],
  ],
  [
    'github-listing.account-2025-11',
    'https://github.com/someone?tab=repositories',
    [
      'someone/drafts append position-relative',
      'someone/samples append wb-break-all',
      'other/runs append h3',
      '2606.10002 after #text',
    ],
  ],
  [
    'huggingface-paper.2026-03',
    'https://huggingface.co/papers/2606.10001',
    [
      '2606.10001 append mb-2, save, once loaded',
      '2606.10002 after a, once loaded',
      'someone/drafts after #text, once loaded',
      '2606.10003 after #text, with its name, once loaded',
    ],
  ],
  [
    'huggingface-daily.2026-08',
    'https://huggingface.co/papers/date/2026-08-21',
    ['2606.10001 append flex, save, once loaded', '2606.10002 append flex, save, once loaded'],
  ],
  [
    'huggingface-daily.trending-2026-08',
    'https://huggingface.co/papers/trending',
    ['2606.10001 after line-clamp-2, save, once loaded', 'someone/drafts after btn, once loaded'],
  ],
];

describe('badges', () => {
  it.each(badges)('%s at %s', (fixture, address, expected) => {
    const [adapter = ''] = fixture.split('.');
    expect(mentionsOn(adapter, fixture, address).map(said)).toEqual(expected);
  });
});
