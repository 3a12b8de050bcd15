import { describe, expect, it } from 'vitest';
import { arrangeEntries, countByStatus, nextStatus } from '../../../components/library/arrange-entries';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';

const entry = (id: string, fields: Partial<ReadingEntry>): ReadingEntry => ({
  id,
  title: id,
  authors: [],
  status: 'to-read',
  tags: [],
  note: '',
  addedAt: 0,
  changedAt: 0,
  ...fields,
});

const entries = [
  entry('1', { title: 'zebra 10', addedAt: 1, changedAt: 9, authors: ['Kurt Gödel'] }),
  entry('2', { title: 'Zebra 9', addedAt: 3, changedAt: 3, status: 'reading', tags: ['animals'] }),
  entry('3', {
    title: 'Émile',
    addedAt: 2,
    changedAt: 4,
    status: 'done',
    note: 'lent out',
    repository: 'Owner/Name',
  }),
];
const ids = (...arrangement: Parameters<typeof arrangeEntries>) =>
  arrangeEntries(...arrangement).map(({ id }) => id);
const all = { status: 'all', order: 'added', query: '' } as const;

describe('the order of the reading list', () => {
  it.each([
    ['added', ['2', '3', '1']],
    ['changed', ['1', '3', '2']],
    ['title', ['3', '2', '1']],
  ] as const)('by %s', (order, expected) => expect(ids(entries, { ...all, order })).toEqual(expected));

  it('leaves what it was given as it was', () => {
    const given = [...entries];
    ids(given, { ...all, order: 'title' });
    expect(given).toEqual(entries);
  });
});

describe('the filter of the reading list', () => {
  it.each([
    ['an author', 'godel', ['1']],
    ['a tag', 'animals', ['2']],
    ['a note', 'lent', ['3']],
    ['a repository', 'owner/name', ['3']],
    ['the title', 'zebra', ['2', '1']],
  ])('finds by %s', (_, query, expected) => expect(ids(entries, { ...all, query })).toEqual(expected));

  it('leaves what a search has found by more than letters, in its status', () => {
    const found = new Set(['2', '3']);
    expect(ids(entries, { ...all, query: 'elephant', status: 'done' }, found)).toEqual(['3']);
  });

  it('leaves one status', () => expect(ids(entries, { ...all, status: 'done' })).toEqual(['3']));

  it('counts what each status would leave', () =>
    expect(countByStatus(entries)).toEqual({ all: 3, 'to-read': 1, reading: 1, done: 1 }));
});

it('goes from one status to the next and round again', () => {
  expect((['to-read', 'reading', 'done'] as const).map(nextStatus)).toEqual(['reading', 'done', 'to-read']);
});
