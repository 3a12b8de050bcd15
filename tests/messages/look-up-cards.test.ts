import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { lookUpCards, lookUpOnline } from '../../lib/messages/handlers/look-up-cards';
import type { WatchRule } from '../../lib/papers/watch-rule';
import type { PaperglossDatabase } from '../../lib/store/database';
import { recordSnapshot } from '../../lib/store/momentum';
import { toStoredPaper } from '../../lib/store/papers';
import { markOpened, markShown } from '../../lib/store/seen-papers';
import { hour, newDatabase, now, paper, savePaper } from '../store/stored-papers';
import { asked } from './example-background';

const id = '2606.00001';
const other = '2606.00002';
const uncached = '2606.00009';
const day = '2026-06-12';

let db: PaperglossDatabase;
beforeEach(async () => {
  db = newDatabase();
  const papers = [
    paper(id, { day, title: 'Drafting ahead', authors: ['Ada Lindqvist'] }),
    paper(other, { day }),
  ];
  await db.papers.bulkPut(papers.map((one) => toStoredPaper(one, 'feed', now)));
});

const cardsOf = async (...targets: ReturnType<typeof asked>[]) => (await lookUpCards(db, targets)).flat();
const look = (upvotes: number, at: number) => recordSnapshot(db, day, [{ id, upvotes }], at);

describe('a card', () => {
  it('says whether the reader has opened the paper', async () => {
    await markOpened(db, [id], now);
    await markShown(db, [{ id: other }], now, now);
    const cards = await cardsOf(asked(id), asked(other, 'badge'));
    expect(cards.map(({ seen }) => seen)).toEqual([true, false]);
  });

  it('of a saved paper that is not cached says so, too', async () => {
    await savePaper(db, uncached, now);
    await markOpened(db, [uncached], now);
    expect(await cardsOf(asked(uncached))).toMatchObject([{ origin: 'list', seen: true }]);
  });

  it('has the history of its upvotes, from two looks on', async () => {
    await look(3, now);
    expect((await cardsOf(asked(id)))[0]?.upvoteHistory).toBeUndefined();
    await look(8, now + hour);
    expect((await cardsOf(asked(id)))[0]?.upvoteHistory).toEqual([
      { at: now, upvotes: 3 },
      { at: now + hour, upvotes: 8 },
    ]);
    expect((await cardsOf(asked(other)))[0]?.upvoteHistory).toBeUndefined();
  });

  it('has no history as a badge, also beside its card', async () => {
    await look(3, now);
    await look(8, now + hour);
    const cards = await cardsOf(asked(id, 'badge'), asked(id));
    expect(cards.map(({ upvoteHistory }) => upvoteHistory?.length)).toEqual([undefined, 2]);
  });
});

describe('the rules of the reader', () => {
  const drafting: WatchRule = { kind: 'keyword', text: 'drafting' };
  const author: WatchRule = { kind: 'author', text: 'Ada Lindqvist' };
  const watched = async (rules: WatchRule[], ...targets: ReturnType<typeof asked>[]) =>
    (await lookUpCards(db, targets, Promise.resolve(rules))).flat().map((card) => card.watched);

  it('mark cards and badges they hold for, by the first that does', async () => {
    const targets = [asked(id), asked(id, 'badge'), asked(other)];
    expect(await watched([drafting, author], ...targets)).toEqual([drafting, drafting, undefined]);
    expect(await watched([author, drafting], asked(id))).toEqual([author]);
  });

  it('hold for what the reading list knows of a paper that is not cached', async () => {
    await savePaper(db, id, now);
    await db.papers.clear();
    expect(await watched([author], asked(id))).toEqual([author]);
  });

  it('mark nothing where there are none', async () => {
    expect(await watched([], asked(id), asked(uncached))).toEqual([undefined]);
  });

  it('hold for a paper that was just asked for online', async () => {
    const client = { paper: async () => paper(uncached, { title: 'Drafting once more' }) };
    expect(await lookUpOnline(db, client, uncached, () => now, [drafting])).toMatchObject({
      watched: drafting,
    });
  });
});

describe('papers the feed does not have', () => {
  const absent = ['2606.00011', '2606.00012', '2606.00013'];

  it('are asked about once, in whatever order the answers come', async () => {
    const order = fc.shuffledSubarray(absent, { minLength: absent.length });
    await fc.assert(
      fc.asyncProperty(order, async (answered) => {
        await db.state.clear();
        let time = now;
        const clock = () => ++time;
        const waiting = new Map<string, () => void>();
        const client = {
          paper: (paperId: string) =>
            new Promise<undefined>((resolve) => waiting.set(paperId, () => resolve(undefined))),
        };
        const first = new Map<string, Promise<unknown>>();
        for (const paperId of absent) {
          first.set(paperId, lookUpOnline(db, client, paperId, clock));
          await expect.poll(() => waiting.has(paperId), { interval: 1 }).toBe(true);
        }
        for (const paperId of answered) {
          waiting.get(paperId)?.();
          await first.get(paperId);
        }
        const askedAgain: string[] = [];
        const secondClient = { paper: async (paperId: string) => void askedAgain.push(paperId) };
        for (const paperId of absent) await lookUpOnline(db, secondClient, paperId, clock);
        expect(askedAgain).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
