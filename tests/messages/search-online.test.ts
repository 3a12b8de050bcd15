import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { FeedError } from '../../lib/feed/feed-error';
import { searchOnline } from '../../lib/messages/handlers/search-online';
import type { Paper } from '../../lib/papers/paper';
import { storeFeedDay } from '../../lib/store/feed-days';
import { fillDisk, newDatabase, now, paper, savePaper } from '../store/stored-papers';

const finds = (...papers: Paper[]) => ({ search: vi.fn(async () => papers) });

describe('a search online', () => {
  it('answers cards in the order of the feed', async () => {
    const client = finds(paper('2606.00009'), paper('2606.00001', { summary: 'One sentence.' }));
    const cards = await searchOnline(newDatabase(), client, 'draft models', now);
    expect(client.search).toHaveBeenCalledExactlyOnceWith('draft models');
    expect(cards).toMatchObject([
      { id: '2606.00009', title: 'Title of 2606.00009', related: [] },
      { id: '2606.00001', summary: 'One sentence.', fetchedAt: now, origin: 'feed' },
    ]);
  });

  it('keeps what was found, so that it can be saved', async () => {
    const db = newDatabase();
    await searchOnline(db, finds(paper('2606.00009')), 'draft', now);
    expect(await savePaper(db, '2606.00009', now)).toMatchObject({ id: '2606.00009', status: 'to-read' });
  });

  it('says which are saved, and leaves known papers their place in their day', async () => {
    const db = newDatabase();
    const known = paper('2606.00001', { upvotes: 3 });
    await storeFeedDay(db, { day: '2026-06-12', papers: [known], rejected: 0, fetchedAt: now });
    await savePaper(db, '2606.00001', now);
    const [card] = await searchOnline(db, finds(paper('2606.00001', { upvotes: 5 })), 'draft', now + 1);
    expect(card).toMatchObject({ status: 'to-read', day: '2026-06-12', rank: 1, upvotes: 5 });
  });

  it('that finds nothing answers nothing and stores nothing', async () => {
    const db = newDatabase();
    expect(await searchOnline(db, finds(), 'draft', now)).toEqual([]);
    expect(await db.papers.count()).toBe(0);
  });

  it('fails as the feed does', async () => {
    const failure = new FeedError('rate-limited', 'later');
    const client = { search: () => Promise.reject(failure) };
    await expect(searchOnline(newDatabase(), client, 'draft', now)).rejects.toBe(failure);
  });

  it('says so where the disk is full', async () => {
    const db = newDatabase();
    await db.open();
    const freeDisk = fillDisk();
    const answer = searchOnline(db, finds(paper('2606.00009')), 'draft', now);
    await expect(answer.finally(freeDisk)).rejects.toMatchObject({ code: 'disk-full' });
  });
});
