import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { recordSnapshot } from '../../lib/store/momentum';
import { readPaperDetails } from '../../lib/store/paper-details';
import { toStoredPaper } from '../../lib/store/papers';
import { markOpened } from '../../lib/store/seen-papers';
import { hour, newDatabase, now, paper, savePaper } from './stored-papers';

const id = '2606.00001';
const facts = {
  abstract: 'All of it.',
  authors: ['Ada Lindqvist', 'Ines Calder'],
  keywords: ['Drafting'],
  publishedAt: '2026-06-11',
  day: '2026-06-12',
  projectPage: 'https://drafts.example/',
};

async function cached() {
  const db = newDatabase();
  const stored = toStoredPaper(paper(id, { ...facts, upvotes: 7, summary: 'In short.' }), 'feed', now);
  await db.papers.put({ ...stored, rank: 3, rankOf: 42 });
  return db;
}

describe('a paper opened in its row', () => {
  it('shows what the cache has of it', async () => {
    expect(await readPaperDetails(await cached(), id)).toEqual({
      id,
      ...facts,
      rank: 3,
      rankOf: 42,
      related: [],
      upvoteHistory: [],
    });
  });

  it('shows its nearest others, with what is true for this reader', async () => {
    const db = await cached();
    const neighbour = {
      id: '2606.00002',
      title: 'Near',
      reasons: [{ kind: 'keywords' as const, keywords: ['k'] }],
    };
    await db.neighbours.put({ id, neighbours: [neighbour, { ...neighbour, id: '2606.00003' }] });
    await savePaper(db, '2606.00002', now);
    await markOpened(db, ['2606.00003'], now);
    const details = await readPaperDetails(db, id);
    expect(details?.related.map(({ id: one, saved, seen }) => [one, saved, seen])).toEqual([
      ['2606.00002', true, false],
      ['2606.00003', false, true],
    ]);
  });

  it('shows how its upvotes went, once there are two looks', async () => {
    const db = await cached();
    await recordSnapshot(db, facts.day, [{ id, upvotes: 3 }], now);
    expect(await readPaperDetails(db, id)).toMatchObject({ upvoteHistory: [] });
    await recordSnapshot(db, facts.day, [{ id, upvotes: 7 }], now + hour);
    expect(await readPaperDetails(db, id)).toMatchObject({
      upvoteHistory: [
        { at: now, upvotes: 3 },
        { at: now + hour, upvotes: 7 },
      ],
    });
  });

  it('that is not cached shows nothing', async () => {
    expect(await readPaperDetails(await cached(), '2606.00009')).toBeUndefined();
  });
});
