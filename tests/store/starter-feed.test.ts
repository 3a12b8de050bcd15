import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { lookUp, storePaper } from '../../lib/store/papers';
import { storeStarterFeed } from '../../lib/store/starter-feed';
import { newDatabase, now, paper } from './stored-papers';

const shipped: { papers: { id: string; repository?: string }[] } = JSON.parse(
  readFileSync(new URL('../../public/starter-feed.json', import.meta.url), 'utf8'),
);

const starter = (...ids: string[]) => ({
  format: 'papergloss-starter-feed',
  version: 1,
  papers: ids.map((id) => ({
    id,
    title: `Starter ${id}`,
    authors: ['Ada'],
    summary: 'In short.',
    keywords: ['K'],
  })),
});

describe('the starter feed', () => {
  it('that ships is stored whole, and found by paper and by repository', async () => {
    const db = newDatabase();
    expect(await storeStarterFeed(db, shipped, now)).toBe(shipped.papers.length);
    const byId = await lookUp(
      db,
      shipped.papers.map(({ id }) => ({ kind: 'paper', id })),
    );
    expect(byId.filter((papers) => papers[0]?.origin !== 'starter')).toEqual([]);
    const slugs = shipped.papers.flatMap(({ repository }) => repository ?? []);
    const byRepository = await lookUp(
      db,
      slugs.map((slug) => ({ kind: 'repository', slug })),
    );
    expect(byRepository.filter((papers) => papers.length === 0)).toEqual([]);
  });

  it('becomes papers like any other', async () => {
    const db = newDatabase();
    await storeStarterFeed(db, starter('2401.00001'), now);
    expect(await db.papers.get('2401.00001')).toEqual({
      id: '2401.00001',
      title: 'Starter 2401.00001',
      authors: ['Ada'],
      abstract: '',
      summary: 'In short.',
      keywords: ['K'],
      fetchedAt: now,
      origin: 'starter',
    });
  });

  it('is stored once', async () => {
    const db = newDatabase();
    await storeStarterFeed(db, starter('2401.00001'), now);
    expect(await storeStarterFeed(db, starter('2401.00001', '2401.00002'), now + 1)).toBe(1);
    expect((await db.papers.get('2401.00001'))?.fetchedAt).toBe(now);
  });

  it('never takes the place of a paper that is there', async () => {
    const db = newDatabase();
    await storePaper(db, paper('2401.00001'), now);
    await storeStarterFeed(db, starter('2401.00001', '2401.00002'), now);
    expect((await db.papers.get('2401.00001'))?.origin).toBe('feed');
    expect((await db.papers.get('2401.00002'))?.origin).toBe('starter');
  });

  it('does nothing when a day of the feed has arrived, and a failed one is none', async () => {
    const db = newDatabase();
    await recordDayFailure(db, '2026-06-12', { code: 'offline', detail: '' }, now);
    expect(await storeStarterFeed(db, starter('2401.00001'), now)).toBe(1);
    await storeFeedDay(db, { day: '2026-06-12', papers: [], rejected: 0, fetchedAt: now });
    expect(await storeStarterFeed(db, starter('2401.00002'), now)).toBe(0);
  });

  it('keeps annotating after the first sync', async () => {
    const db = newDatabase();
    await storeStarterFeed(db, starter('2401.00001'), now);
    await storeFeedDay(db, { day: '2026-06-12', papers: [paper('2606.00001')], rejected: 0, fetchedAt: now });
    expect(await lookUp(db, [{ kind: 'paper', id: '2401.00001' }])).toMatchObject([[{ origin: 'starter' }]]);
  });

  it.each([null, {}, { ...starter(), version: 2 }, starter('not-an-id')])(
    'that is none (%j) is refused',
    async (json) => {
      await expect(storeStarterFeed(newDatabase(), json, now)).rejects.toThrow();
    },
  );
});
