import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SeenPaper } from '../../lib/store/database';
import { type ReaderMarks, readRows, toRows } from '../../lib/store/list-rows';
import { toStoredPaper } from '../../lib/store/papers';
import { markOpened, markShown } from '../../lib/store/seen-papers';
import { entry, hour, newDatabase, now, paper, savePaper, storedEntry } from './stored-papers';

const id = '2606.00001';
const since = now;
const context = { now, since, rules: [] };

const stored = (fields: Parameters<typeof paper>[1] = {}) => toStoredPaper(paper(id, fields), 'feed', now);

/** The row of the one paper, of which `known` is known. */
function rowOf(known: Omit<SeenPaper, 'id'> | undefined, upvotes?: number) {
  const seen: ReaderMarks['seen'] = known ? new Map([[id, { id, ...known }]]) : new Map();
  return toRows([stored({ upvotes })], { entries: new Map(), seen }, context)[0];
}

describe('a row', () => {
  it('is the paper without what only the store needs, and without the rank of its day', () => {
    const full = { ...stored({ repository: 'Ada/Code' }), rank: 4, rankOf: 9 };
    const [row] = toRows([full], { entries: new Map(), seen: new Map() }, context);
    expect(row).toMatchObject({ id, repository: 'Ada/Code', fetchedAt: now, origin: 'feed' });
    for (const key of ['repositoryKey', 'rank', 'rankOf']) expect(row).not.toHaveProperty(key);
  });

  it('carries the abstract only where there is no summary', () => {
    const papers = [stored({ abstract: 'Long.' }), stored({ abstract: 'Long.', summary: 'Short.' })];
    const rows = toRows(papers, { entries: new Map(), seen: new Map() }, context);
    expect(rows.map(({ abstract }) => abstract)).toEqual(['Long.', '']);
  });

  it('says how far the reader is with a saved paper', () => {
    const entries = new Map([[id, storedEntry(id, { status: 'reading' })]]);
    expect(entry(id).status).not.toBe('reading');
    expect(toRows([stored()], { entries, seen: new Map() }, context)[0]?.status).toBe('reading');
  });

  it('names the first of the rules it meets', () => {
    const rules = [
      { kind: 'keyword', text: 'weather' },
      { kind: 'keyword', text: 'caches' },
      { kind: 'keyword', text: 'title' },
    ] as const;
    const watch = (title: string) =>
      toRows([stored({ title })], { entries: new Map(), seen: new Map() }, { ...context, rules })[0]?.watched;
    expect(watch('On title caches')).toEqual(rules[1]);
    expect(watch('On nothing')).toBeUndefined();
  });
});

describe('unseen is a paper', () => {
  it.each<[string, Omit<SeenPaper, 'id'> | undefined, true | undefined, true | undefined]>([
    ['of which nothing is known', undefined, true, undefined],
    ['that was first shown on this visit', { shownAt: since }, true, undefined],
    ['that was only dismissed', { dismissedAt: since - hour }, true, undefined],
  ])('%s', (_name, known, unseen, seen) => {
    expect(rowOf(known)).toMatchObject({ unseen, seen });
  });

  it.each<[string, Omit<SeenPaper, 'id'>, true | undefined]>([
    ['that was shown before', { shownAt: since - 1 }, undefined],
    ['that was opened before', { openedAt: since - 1 }, true],
    ['that was opened on this visit', { shownAt: since, openedAt: since + 1 }, true],
  ])('but not one %s', (_name, known, seen) => {
    expect(rowOf(known)?.unseen).toBeUndefined();
    expect(rowOf(known)?.seen).toBe(seen);
  });
});

describe('what a paper gained', () => {
  const look = (at: number, upvotes?: number) => ({ at, ...(upvotes !== undefined && { upvotes }) });

  it.each<[string, Omit<SeenPaper, 'id'> | undefined, number | undefined, number | undefined]>([
    ['since the last look', { look: look(since - hour, 4) }, 9, 5],
    ['since the look before this visit', { look: look(since, 8), lookBefore: look(since - hour, 4) }, 9, 5],
    ['is not told on the visit that shows it first', { look: look(since, 4) }, 9, undefined],
    ['is not told of a paper never looked at', undefined, 9, undefined],
    ['is not told where it is nothing', { look: look(since - hour, 9) }, 9, undefined],
    ['is not told where it lost some', { look: look(since - hour, 12) }, 9, undefined],
    ['is not told where the feed did not say', { look: look(since - hour) }, 9, undefined],
    ['is not told where the feed does not say', { look: look(since - hour, 4) }, undefined, undefined],
  ])('%s', (_name, known, upvotes, gained) => {
    expect(rowOf(known, upvotes)?.gained).toBe(gained);
  });
});

describe('the rows of papers', () => {
  it('come in the order of the papers, each with its own marks', async () => {
    const db = newDatabase();
    const ids = ['2606.00003', '2606.00001', '2606.00002'];
    const papers = ids.map((one) => toStoredPaper(paper(one, { upvotes: 9 }), 'feed', now));
    await db.papers.bulkPut(papers);
    await savePaper(db, '2606.00001', now);
    await markOpened(db, ['2606.00002'], now - hour);
    await markShown(db, [{ id: '2606.00003', upvotes: 2 }], 0, now - hour);
    const rows = await readRows(db, papers, context);
    expect(rows.map((row) => [row.id, row.status, row.seen, row.unseen, row.gained])).toEqual([
      ['2606.00003', undefined, undefined, undefined, 7],
      ['2606.00001', 'to-read', undefined, true, undefined],
      ['2606.00002', undefined, true, undefined, undefined],
    ]);
  });

  it('of none are none', async () => {
    expect(await readRows(newDatabase(), [], context)).toEqual([]);
  });
});
