import { describe, expect, it } from 'vitest';
import {
  countByView,
  filterEntries,
  nextStatus,
  sortEntries,
  type View,
} from '../../../components/library/arrange-entries';
import { parseFilter } from '../../../components/library/parse-filter';
import { readingStatuses } from '../../../lib/papers/reading-entry';
import { cachedFacts, entry } from './library-fixtures';

const entries = [
  entry('1', {
    title: 'zebra 10',
    addedAt: 1,
    changedAt: 9,
    authors: ['Kurt Gödel'],
    publishedAt: '2024-05-01',
    stars: 2,
  }),
  entry('2', {
    title: 'Zebra 9',
    addedAt: 3,
    authors: ['Ada Lovelace'],
    status: 'reading',
    tags: ['animals'],
    publishedAt: '2026-01-01',
  }),
  entry('3', {
    title: 'Émile',
    addedAt: 2,
    changedAt: 4,
    authors: [],
    status: 'done',
    note: 'lent out',
    repository: 'Owner/Name',
    stars: 3,
  }),
  entry('4', { title: '', authors: [], addedAt: 0, status: 'done', snoozedUntil: '2026-06-20' }),
];
const facts = new Map([
  ['1', cachedFacts({ upvotes: 5 })],
  ['3', cachedFacts({ upvotes: 50 })],
]);
const today = '2026-06-12';

const shown = (query: string, view: View = 'all', found: string[] = []) => {
  const around = { facts, today, found: new Set(found) };
  return filterEntries(entries, view, parseFilter(query), around).map(({ id }) => id);
};

describe('the order of the reading list', () => {
  it.each([
    ['added', ['2', '3', '1', '4']],
    ['changed', ['1', '3', '2', '4']],
    ['upvotes', ['3', '1', '2', '4']],
    ['published', ['2', '1', '3', '4']],
    ['title', ['3', '2', '1', '4']],
    ['stars', ['3', '1', '2', '4']],
  ] as const)('by %s', (order, expected) =>
    expect(sortEntries(entries, order, facts).map(({ id }) => id)).toEqual(expected),
  );

  it('leaves what it was given as it was', () => {
    const given = [...entries];
    sortEntries(given, 'title', facts);
    expect(given).toEqual(entries);
  });
});

describe('the filter of the reading list', () => {
  it.each([
    ['an author', 'godel', ['1']],
    ['a tag', 'animals', ['2']],
    ['a note', 'lent', ['3']],
    ['a repository', 'owner/name', ['3']],
    ['the title', 'zebra', ['1', '2']],
    ['an identifier', 'arxiv:4', ['4']],
    ['every word', 'zebra godel', ['1']],
    ['a phrase', '"zebra 9"', ['2']],
    ['not a word', '-zebra', ['3', '4']],
    ['the beginning of a tag', 'tag:ani', ['2']],
    ['a tag as a whole', 'tag:"animal"', []],
    ['no tag', '-tag:animals', ['1', '3', '4']],
    ['a status', 'status:done', ['3', '4']],
    ['a status begun', 'status:rea', ['2']],
    ['author:', 'author:love', ['2']],
    ['a year', 'year:2024', ['1']],
    ['years', 'year:2025..', ['2']],
    ['years up to one', 'year:..2025', ['1']],
    ['stars', 'stars:2', ['1', '3']],
    ['code', 'has:code', ['3']],
    ['a note at all', 'has:note', ['3']],
    ['what is snoozed', 'is:snoozed', ['4']],
    ['what is not snoozed', '-is:snoozed', ['1', '2', '3']],
  ])('finds by %s', (_, query, expected) => expect(shown(query)).toEqual(expected));

  it('finds code the cache has learned of since', () => {
    const around = {
      facts: new Map([['1', cachedFacts({ repository: 'a/b' })]]),
      today,
      found: new Set<string>(),
    };
    const found = filterEntries(entries, 'all', parseFilter('has:code'), around);
    expect(found.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('finds what has changed since it was saved', () => {
    const saved = [entry('1', { whenSaved: { upvotes: 1 } }), entry('3', { whenSaved: { upvotes: 50 } })];
    const around = { facts, today, found: new Set<string>() };
    expect(filterEntries(saved, 'all', parseFilter('is:changed'), around).map(({ id }) => id)).toEqual(['1']);
  });

  it('leaves what a search has found by more than letters, in its view', () => {
    expect(shown('elephant', 'done', ['2', '3'])).toEqual(['3']);
  });

  it('holds what only the list knows against what a search has found, too', () => {
    expect(shown('elephant stars:3', 'all', ['1', '3'])).toEqual(['3']);
    expect(shown('elephant -zebra', 'all', ['1', '3'])).toEqual(['3']);
  });
});

describe('the views of the reading list', () => {
  it('keep what is snoozed out of sight until something is searched for', () => {
    expect(shown('')).toEqual(['1', '2', '3']);
    expect(shown('', 'done')).toEqual(['3']);
    expect(shown('', 'snoozed')).toEqual(['4']);
    expect(shown('arxiv:4', 'done')).toEqual(['4']);
  });

  it('bring it back on its day', () => {
    const around = { facts, today: '2026-06-20', found: new Set<string>() };
    expect(filterEntries(entries, 'done', parseFilter(''), around)).toHaveLength(2);
  });

  it('are counted', () =>
    expect(countByView(entries, today)).toEqual({
      all: 3,
      'to-read': 1,
      reading: 1,
      done: 1,
      dropped: 0,
      snoozed: 1,
    }));
});

it('goes from one status to the next and round again', () => {
  expect(readingStatuses.map(nextStatus)).toEqual(['reading', 'done', 'dropped', 'to-read']);
});
