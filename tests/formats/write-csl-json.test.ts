// The reading list as CSL-JSON.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCslJson } from '../../lib/formats/write-csl-json';
import { anyEntries, anyText, example } from './example-entries';

const items = (...entries: Parameters<typeof writeCslJson>[0]) => JSON.parse(writeCslJson(entries, {}));

describe('an item', () => {
  it('is an article of arXiv with what the reader decided', () => {
    const entry = example(
      {
        authors: ['Wil M. P. van der Aalst', 'Hal Daumé III', 'Gemma Team'],
        repository: 'quiet/margins',
        status: 'reading',
        stars: 1,
        tags: ['a b', 'c'],
        note: 'Two\nlines',
        snoozedUntil: '2026-07-01',
      },
      'An abstract.',
    );
    expect(items(entry)).toEqual([
      {
        id: 'vanderaalst2026quiet',
        type: 'article',
        title: 'Quiet Margins: Reading Papers Where They Are',
        author: [
          { family: 'Aalst', given: 'Wil M. P.', 'non-dropping-particle': 'van der' },
          { family: 'Daumé', given: 'Hal', suffix: 'III' },
          { literal: 'Gemma Team' },
        ],
        issued: { 'date-parts': [[2026, 5, 4]] },
        URL: 'https://arxiv.org/abs/2605.00042',
        number: 'arXiv:2605.00042',
        publisher: 'arXiv',
        abstract: 'An abstract.',
        keyword: 'a b, c',
        note: 'Two\nlines',
        custom: {
          papergloss: {
            status: 'reading',
            stars: 1,
            snoozed: '2026-07-01',
            added: '2026-05-01T10:20:30.123Z',
            changed: '2026-05-01T10:20:30.123Z',
            published: '2026-05-04',
            repository: 'quiet/margins',
          },
        },
      },
    ]);
  });

  it('says the month where the day is not known', () => {
    expect(items(example({ publishedAt: undefined }))[0].issued).toEqual({ 'date-parts': [[2026, 5]] });
  });
});

describe('whatever is on the list', () => {
  it('has the shape the schema asks for', () => {
    fc.assert(
      fc.property(anyEntries, anyText, (entries, abstract) => {
        const written = items(...entries.map((entry) => ({ entry, abstract })));
        expect(written.map(({ number }: { number: string }) => number)).toEqual(
          entries.map(({ id }) => `arXiv:${id}`),
        );
        expect(new Set(written.map(({ id }: { id: string }) => id)).size).toBe(entries.length);
        for (const item of written) {
          expect(item.type).toBe('article');
          expect(item.title).not.toBe('');
          for (const name of item.author ?? [])
            expect(Boolean(name.literal) !== Boolean(name.family)).toBe(true);
          expect(item.issued['date-parts']).toHaveLength(1);
          for (const text of [item.title, item.keyword, item.note, item.abstract]) {
            expect((text ?? '').isWellFormed()).toBe(true);
          }
        }
      }),
    );
  });
});
