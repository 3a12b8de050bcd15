import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/database';
import { readExampleCard, starterCard } from '../../lib/store/example-card';
import { storeStarterFeed } from '../../lib/store/starter-feed';

const feed = JSON.parse(readFileSync('public/starter-feed.json', 'utf8'));

describe('the example of the first page', () => {
  it('is a paper that ships with the extension, with a summary', () => {
    const card = starterCard(feed);
    expect(card).toMatchObject({ id: '2412.17747', origin: 'starter', summaryFrom: 'summary', related: [] });
  });

  it('is the first paper of a feed that has not that one, and none of an empty feed', () => {
    const [first] = feed.papers;
    expect(starterCard({ ...feed, papers: [first] })?.id).toBe(first.id);
    expect(starterCard({ ...feed, papers: [] })).toBeUndefined();
    expect(() => starterCard({})).toThrow();
  });

  it('comes from the cache with what is near it, once it is there', async () => {
    const db = openDatabase(`example-${Math.random()}`);
    expect(await readExampleCard(db, '2412.17747')).toBeUndefined();
    await storeStarterFeed(db, feed, 1_000);
    const near = {
      id: '2410.08584',
      title: 'ZipVL',
      reasons: [{ kind: 'keywords', keywords: ['kv cache'] }],
    };
    await db.neighbours.put({ id: '2412.17747', neighbours: [near] as never });
    const card = await readExampleCard(db, '2412.17747');
    expect(card).toMatchObject({ id: '2412.17747', fetchedAt: 1_000, status: undefined });
    expect(card?.related.map(({ id }) => id)).toEqual(['2410.08584']);
    await db.delete();
  });
});
