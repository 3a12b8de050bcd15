import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../components/library/parse-filter';

const only = (query: string) => {
  const { terms } = parseFilter(query);
  expect(terms).toHaveLength(1);
  const { not, asked, ...condition } = terms[0] ?? {};
  return condition;
};

describe('the filter language', () => {
  it.each([
    ['draft', { of: 'text', text: 'draft' }],
    ['Gödel', { of: 'text', text: 'godel' }],
    ['"two words"', { of: 'text', text: 'two words' }],
    ['"not closed', { of: 'text', text: 'not closed' }],
    ['tag:Agents', { of: 'tag', tag: 'agents', whole: false }],
    ['tag:#agents', { of: 'tag', tag: 'agents', whole: false }],
    ['tag:"deep nets"', { of: 'tag', tag: 'deep nets', whole: true }],
    ['TAG:x', { of: 'tag', tag: 'x', whole: false }],
    ['status:done', { of: 'status', statuses: ['done'] }],
    ['status:d', { of: 'status', statuses: ['done', 'dropped'] }],
    ['status:"to read"', { of: 'status', statuses: ['to-read'] }],
    ['author:Gödel', { of: 'author', name: 'godel' }],
    ['author:"Ada Love"', { of: 'author', name: 'ada love' }],
    ['year:2026', { of: 'year', from: 2026, to: 2026 }],
    ['year:2024..2026', { of: 'year', from: 2024, to: 2026 }],
    ['year:2024..', { of: 'year', from: 2024, to: 9999 }],
    ['year:..2024', { of: 'year', from: 0, to: 2024 }],
    ['year:2024..20', { of: 'year', from: 2024, to: 9999 }],
    ['has:code', { of: 'has', what: 'code' }],
    ['has:n', { of: 'has', what: 'note' }],
    ['is:snoozed', { of: 'is', what: 'snoozed' }],
    ['is:ch', { of: 'is', what: 'changed' }],
    ['stars:2', { of: 'stars', least: 2 }],
    ['colour:red', { of: 'text', text: 'colour:red' }],
    ['status:gone', { of: 'text', text: 'status:gone' }],
    ['stars:9', { of: 'text', text: 'stars:9' }],
    ['constructor:x', { of: 'text', text: 'constructor:x' }],
    ['https://arxiv.org/abs/2412.17747', { of: 'text', text: 'https://arxiv.org/abs/2412.17747' }],
  ])('reads %s', (query, condition) => expect(only(query)).toEqual(condition));

  it.each(['', ' ', '-', '--', 'tag:', 'status:', '-author:', 'year:20', 'tag:""', '""'])(
    'hears nothing yet in “%s”',
    (query) => expect(parseFilter(query)).toEqual({ terms: [], cacheQuery: '' }),
  );

  it('takes a minus in front for its opposite, before words and filters', () => {
    expect(parseFilter('-draft -tag:x -"a b" all-in').terms).toMatchObject([
      { of: 'text', text: 'draft', not: true },
      { of: 'tag', tag: 'x', not: true },
      { of: 'text', text: 'a b', not: true },
      { of: 'text', text: 'all-in', not: false },
    ]);
  });
});

describe('what is left for the search of the cache', () => {
  it.each([
    ['draft models', 'draft models'],
    ['tag:x draft status:done year:2026 stars:1 is:changed models', 'draft models'],
    ['author:"Ada Love" has:c', 'author:"Ada Love" has:code'],
    ['has:note', ''],
    ['-draft model -author:x', 'model'],
    ['"two words" Gödel', '"two words" Gödel'],
    ['org:"Some Lab" day:2026-06', 'org:"Some Lab" day:2026-06'],
    ['https://arxiv.org/abs/2412.17747', 'https://arxiv.org/abs/2412.17747'],
  ])('of %s is %s', (query, left) => expect(parseFilter(query).cacheQuery).toBe(left));
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('tag:', 'year:', 'has:', 'is:', '-', '"', ' ', '..', 'status:', 'stars:', ':'),
  );
  const text = fc.array(piece).map((pieces) => pieces.join(''));

  it('is read without an error, in terms that say something', () => {
    fc.assert(
      fc.property(text, (query) => {
        for (const term of parseFilter(query).terms) {
          if (term.of === 'text') expect(term.text).not.toBe('');
          if (term.of === 'status') expect(term.statuses).not.toEqual([]);
          if (term.not) expect(term.asked).toBeUndefined();
        }
      }),
    );
  });

  it('of plain words is a term a word, all of them left for the search', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { terms, cacheQuery } = parseFilter(words.join(' '));
        expect(terms.map((term) => term.of === 'text' && term.text)).toEqual(words);
        expect(cacheQuery).toBe(words.join(' '));
      }),
    );
  });
});
