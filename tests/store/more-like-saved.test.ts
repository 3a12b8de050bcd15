import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readMoreLikeSaved } from '../../lib/store/more-like-saved';
import { markOpened } from '../../lib/store/seen-papers';
import { newDatabase, now, storedEntry } from './stored-papers';

const neighbour = (id: string, towards: string) => ({
  id,
  title: `Title of ${id}`,
  reasons: [{ kind: 'keywords' as const, keywords: [`shared with ${towards}`] }],
});

/** Saved papers, the last one saved last, each with its neighbours by name. */
async function saved(lists: Record<string, string[]>): Promise<PaperglossDatabase> {
  const db = newDatabase();
  for (const [position, [id, others]] of Object.entries(lists).entries()) {
    await db.readingEntries.put(storedEntry(id, { title: `Saved ${id}`, addedAt: now + position }));
    await db.neighbours.put({ id, neighbours: others.map((other) => neighbour(other, id)) });
  }
  return db;
}

const idsOf = async (db: PaperglossDatabase, limit = 10) =>
  (await readMoreLikeSaved(db, limit)).map(({ paper }) => paper.id);

describe('more like what is saved', () => {
  it('never shows what is saved itself', async () => {
    const db = await saved({ a: ['b', 'x'], b: ['a', 'y'] });
    expect((await idsOf(db)).toSorted()).toEqual(['x', 'y']);
  });

  it('not even where it was saved so long ago that nobody looks for its neighbours', async () => {
    const lists = Array.from({ length: 120 }, (_, number) => [`s${number}`, [] as string[]]);
    const db = await saved({ ...Object.fromEntries(lists), last: ['s0', 'x'] });
    expect(await idsOf(db)).toEqual(['x']);
  });

  it('puts first what stands high in the lists of several', async () => {
    const db = await saved({ a: ['only-a', 'both'], b: ['only-b', 'both'], c: ['only-c', 'both'] });
    expect((await idsOf(db))[0]).toBe('both');
  });

  it('puts what stands higher in one list before what stands lower', async () => {
    expect(await idsOf(await saved({ a: ['x', 'y', 'z'] }))).toEqual(['x', 'y', 'z']);
  });

  it('names the saved paper it is nearest to, with the reasons towards that one', async () => {
    const db = await saved({ a: ['y', 'z', 'x'], b: ['x'], c: ['w', 'x'] });
    const found = (await readMoreLikeSaved(db, 10)).find(({ paper }) => paper.id === 'x');
    expect(found?.because).toBe('Saved b');
    expect(found?.paper.reasons).toEqual([{ kind: 'keywords', keywords: ['shared with b'] }]);
  });

  it('of two it is as near to names the one saved last', async () => {
    expect((await readMoreLikeSaved(await saved({ a: ['x'], b: ['x'] }), 1))[0]?.because).toBe('Saved b');
  });

  it('is as much as asked for, and marked as seen where it is', async () => {
    const db = await saved({ a: ['x', 'y', 'z'] });
    await markOpened(db, ['y'], now);
    const found = await readMoreLikeSaved(db, 2);
    expect(found.map(({ paper }) => [paper.id, paper.saved, paper.seen])).toEqual([
      ['x', false, false],
      ['y', false, true],
    ]);
  });

  it('is nothing where nothing is saved, or nothing is known of what is', async () => {
    expect(await idsOf(newDatabase())).toEqual([]);
    expect(await idsOf(await saved({ a: [] }))).toEqual([]);
  });
});
