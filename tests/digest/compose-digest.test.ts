import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeDigest } from '../../lib/digest/compose-digest';
import type { Paper } from '../../lib/papers/paper';
import type { WatchRule } from '../../lib/papers/watch-rule';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storePapers } from '../../lib/store/papers';
import { day, newDatabase, now, paper } from '../store/stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});
afterEach(() => db.delete());

const today = '2026-06-12';
const watchesDrafts: WatchRule = { kind: 'keyword', text: 'draft verification' };

/** A feed day of these papers, best first. */
async function storeDay(papers: Partial<Paper>[], on = today): Promise<string[]> {
  const stored = papers.map((fields, place) => paper(`2606.${on.slice(-2)}${100 + place}`, fields));
  await storePapers(db, stored, now);
  const paperIds = stored.map(({ id }) => id);
  await db.feedDays.put({ day: on, paperIds, fetchedAt: now, rejected: 0 });
  return paperIds;
}

const compose = (rules: WatchRule[] = [], last?: string, at = now) => composeDigest(db, rules, last, at);

describe('the digest', () => {
  it('counts the papers of the newest day and names the first three', async () => {
    await storeDay(['One', 'Two', 'Three', 'Four'].map((title) => ({ title })));
    expect(await compose()).toEqual({ day: today, title: '4 new papers', message: 'One\nTwo\nThree' });
  });

  it('counts those the reader watches, too, and names them first', async () => {
    const keywords = ['Draft verification'];
    await storeDay([{ title: 'One' }, { title: 'Two' }, { title: 'Three' }, { title: 'Four', keywords }]);
    expect(await compose([watchesDrafts])).toMatchObject({
      title: '4 new papers, 1 you watch',
      message: 'Four\nOne\nTwo',
    });
  });

  it('leaves out what the reader has seen', async () => {
    const [first = ''] = await storeDay([{ title: 'One' }, { title: 'Two' }]);
    await db.seenPapers.put({ id: first, shownAt: now });
    expect(await compose()).toMatchObject({ title: '1 new paper', message: 'Two' });
  });

  it('shows titles as one line each, cut, whatever the feed wrote into them', async () => {
    await storeDay([{ title: 'Broken\n\u202eline' }, { title: 'x'.repeat(500) }]);
    const lines = (await compose())?.message.split('\n') ?? [];
    expect(lines[0]).toBe('Broken line');
    expect(lines[1]).toMatch(/^x{100,}…$/);
    expect(lines.length).toBe(2);
  });
});

describe('there is no digest', () => {
  it('where nothing is cached', async () => {
    expect(await compose()).toBeUndefined();
  });

  it('where everything has been seen', async () => {
    const [first = ''] = await storeDay([{ title: 'One' }]);
    await db.seenPapers.put({ id: first, openedAt: now });
    expect(await compose()).toBeUndefined();
  });

  it('of a day that was in one already, or of an older one', async () => {
    await storeDay([{ title: 'One' }]);
    expect(await compose([], today)).toBeUndefined();
    expect(await compose([], '2026-06-15')).toBeUndefined();
    expect(await compose([], '2026-06-11')).toBeDefined();
  });

  it('of a day that is no news any more', async () => {
    await storeDay([{ title: 'One' }]);
    expect(await compose([], undefined, now + 4 * day)).toBeDefined();
    expect(await compose([], undefined, now + 5 * day)).toBeUndefined();
  });
});
