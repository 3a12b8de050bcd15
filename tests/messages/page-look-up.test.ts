import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandlers } from '../../lib/messages/handlers/create-handlers';
import type { Handlers } from '../../lib/messages/listen';
import type { Sender } from '../../lib/messages/sender';
import { storeFeedDay } from '../../lib/store/feed-days';
import { markOpened } from '../../lib/store/seen-papers';
import { paper, savePaper } from '../store/stored-papers';
import {
  asked,
  contentAt,
  type ExampleBackground,
  exampleBackground,
  now,
  popup,
} from './example-background';

const cachedId = '2606.10001';
const uncachedId = '2606.19999';
const onCached = contentAt(`https://arxiv.org/abs/${cachedId}v2`);
const onUncached = contentAt(`https://arxiv.org/abs/${uncachedId}`);
const words = {
  title: 'Verified drafts',
  abstract: 'Draft models propose several tokens, which a larger model verifies in one pass. '.repeat(2),
};

let background: ExampleBackground;
let handlers: Handlers;

beforeEach(async () => {
  background = exampleBackground();
  handlers = createHandlers(background);
  const papers = [
    paper(cachedId, { title: 'Draft models', abstract: 'A larger model verifies tokens.' }),
    paper('2606.10002', { title: 'Drafting tokens', abstract: 'Several tokens in one pass.' }),
    paper('2606.10003', { title: 'Proteins', abstract: 'They fold.' }),
  ];
  await storeFeedDay(background.db, { day: '2026-06-12', papers, rejected: 0, fetchedAt: now });
  await background.indexer.bringUpToDate();
});
afterEach(() => background.db.delete());

const lookUp = (sender: Sender, ...targets: ReturnType<typeof asked>[]) =>
  handlers['look-up']({ targets, canDraw: true }, sender);

describe('the papers a reader has been to', () => {
  const seen = () => background.db.seenPapers.toArray();

  it("are noted when a cached paper's own page is looked up", async () => {
    await lookUp(onCached, asked(cachedId));
    await vi.waitFor(async () => expect(await seen()).toEqual([{ id: cachedId, openedAt: now }]));
  });

  const unseen: [what: string, sender: Sender, id: string][] = [
    ['a page of a paper that is not cached', onUncached, uncachedId],
    ['a page that only names the paper', contentAt('https://github.com/someone/drafts'), cachedId],
    ['a page of another paper', onUncached, cachedId],
    ['a private window', contentAt(`https://arxiv.org/abs/${cachedId}`, true), cachedId],
    ['the popup', popup, cachedId],
  ];
  it.each(unseen)('are not noted from %s', async (_what, sender, id) => {
    const transactions = vi.spyOn(background.db.seenPapers, 'bulkPut');
    await lookUp(sender, asked(id));
    // A note that should not be made would be made after the answer.
    await markOpened(background.db, ['2606.10003'], now);
    expect((await seen()).map((one) => one.id)).toEqual(['2606.10003']);
    expect(transactions).toHaveBeenCalledTimes(1);
  });
});

describe('the papers of a repository', () => {
  const served = ['2606.20001', '2606.20002', '2606.20003'];
  const slug = 'Someone/Drafts';
  const repository = { target: { kind: 'repository', slug }, form: 'card' } as const;
  const opened = async () => (await background.db.seenPapers.toArray()).map(({ id }) => id);

  /** A repository that serves `count` papers. */
  async function serve(count: number): Promise<void> {
    const papers = Array.from({ length: count }, (_, number) =>
      paper(`2606.2000${number + 1}`, { repository: number % 2 ? slug : slug.toLowerCase() }),
    );
    await storeFeedDay(background.db, { day: '2026-06-11', papers, rejected: 0, fetchedAt: now });
  }
  async function visit(url: string, incognito = false): Promise<void> {
    const targets = [asked(cachedId), repository];
    await handlers['look-up']({ targets, canDraw: true }, contentAt(url, incognito));
    // A note that should not be made would be made after the answer.
    await markOpened(background.db, ['2606.10003'], now);
  }

  const pages: [what: string, url: string][] = [
    ['its front page', 'https://github.com/someone/drafts'],
    ['one of its files', 'https://github.com/Someone/Drafts/blob/main/README.md'],
  ];
  it.each(pages)('are opened on %s', async (_what, url) => {
    await serve(3);
    await visit(url);
    expect((await opened()).toSorted()).toEqual(['2606.10003', ...served]);
  });

  const elsewhere: [what: string, url: string, incognito?: boolean][] = [
    ['another repository that names it', 'https://github.com/someone/else'],
    ['a gist', 'https://gist.github.com/someone/0123456789abcdef'],
    ['the page of its owner', 'https://github.com/someone'],
    ['a page of another site', 'https://news.ycombinator.com/someone/drafts'],
    ['a private window', 'https://github.com/someone/drafts', true],
  ];
  it.each(elsewhere)('are not opened on %s', async (_what, url, incognito) => {
    await serve(3);
    await visit(url, incognito);
    expect(await opened()).toEqual(['2606.10003']);
  });

  it('are not opened where they are many: a collection says nothing about any one of them', async () => {
    await serve(4);
    await visit('https://github.com/someone/drafts');
    expect(await opened()).toEqual(['2606.10003']);
  });
});

describe('whoever follows the reader', () => {
  const told = (sender: Sender, ...ids: string[]) => {
    const onLookedUp = vi.fn();
    handlers = createHandlers({ ...background, onLookedUp });
    return lookUp(sender, ...ids.map((id) => asked(id))).then(() => onLookedUp.mock.calls);
  };

  it('is told how many cards a page got', async () => {
    expect(await told(onCached, cachedId, uncachedId, '2606.10002')).toEqual([[7, 2]]);
  });

  it('is told of a page that got none', async () => {
    expect(await told(onUncached, uncachedId)).toEqual([[7, 0]]);
  });

  it('is told of the card that a page makes itself', async () => {
    await handlers['settings/change']({ relatedInPages: true }, popup);
    background.words = words;
    expect(await told(onUncached, uncachedId)).toEqual([[7, 1]]);
  });

  it('is not told of pages of our own', async () => {
    expect(await told(popup, cachedId)).toEqual([]);
    expect(await told({ ...popup, tab: { id: 3 }, frameId: 0 }, cachedId)).toEqual([]);
  });
});

describe('a page whose own paper is not cached', () => {
  const allow = () => handlers['settings/change']({ relatedInPages: true }, popup);

  beforeEach(() => {
    background.words = words;
  });

  it('is left alone, unread, until the reader wants related papers there', async () => {
    expect(await lookUp(onUncached, asked(uncachedId))).toEqual([[]]);
    expect(background.injected).toEqual([]);
  });

  it('gets a card of what it says itself, with the nearest cached papers', async () => {
    await allow();
    const [cards] = await lookUp(onUncached, asked(uncachedId));
    expect(cards).toMatchObject([
      { id: uncachedId, title: words.title, summary: '', origin: 'page', fetchedAt: now },
    ]);
    const related = cards?.[0]?.related ?? [];
    expect(related.map(({ id }) => id).toSorted()).toEqual([cachedId, '2606.10002']);
    expect(related.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it('keeps its place among the others that were asked for', async () => {
    await allow();
    const targets = [asked('2606.10002', 'badge'), asked(uncachedId), asked('2606.18888', 'badge')];
    const cards = await lookUp(onUncached, ...targets);
    expect(cards.map((found) => found.map(({ id }) => id))).toEqual([['2606.10002'], [uncachedId], []]);
  });

  it('has what draws loaded into it, as for any card', async () => {
    await allow();
    await handlers['look-up']({ targets: [asked(uncachedId)], canDraw: false }, onUncached);
    expect(background.injected.at(-1)).toMatchObject({ files: ['/draw-cards.js'], target: { tabId: 7 } });
  });

  it('leaves no trace in the cache, nor of the visit', async () => {
    await allow();
    await lookUp(onUncached, asked(uncachedId));
    expect(await background.db.papers.get(uncachedId)).toBeUndefined();
    expect(await background.db.seenPapers.count()).toBe(0);
    expect(background.client.paper).not.toHaveBeenCalled();
  });

  const noCard: [why: string, sender: Sender, id: string, form: 'card' | 'badge'][] = [
    ['for a badge', onUncached, uncachedId, 'badge'],
    ['for our own pages', popup, uncachedId, 'card'],
    ['for a paper that is cached', onCached, cachedId, 'card'],
  ];
  it.each(noCard)('is not read %s', async (_why, sender, id, form) => {
    await allow();
    await lookUp(sender, asked(id, form));
    expect(background.injected).toEqual([]);
  });

  it('is not taken for the page of another paper that it names', async () => {
    await allow();
    expect(await lookUp(onUncached, asked('2606.18888'))).toEqual([[]]);
    expect(background.injected).toEqual([]);
  });

  const silent: [what: string, said: typeof words | undefined][] = [
    ['says nothing that can be read', undefined],
    ['has no abstract', { ...words, abstract: '' }],
    [
      'has nothing in common with what is cached',
      { title: 'Zebrafish', abstract: 'Zebrafish regenerate fins. '.repeat(9) },
    ],
  ];
  it.each(silent)('gets no card where it %s', async (_what, said) => {
    await allow();
    background.words = said;
    expect(await lookUp(onUncached, asked(uncachedId))).toEqual([[]]);
  });
});

describe('related papers of a page, asked by the popup', () => {
  const ask = (id?: string) => handlers['related/to-page']({ ...words, ...(id && { id }) }, popup);

  it('are the nearest cached ones, with reasons and what is true for this reader', async () => {
    await savePaper(background.db, cachedId, now);
    await markOpened(background.db, ['2606.10002'], now);
    const related = await ask(uncachedId);
    const marks = new Map(related.map(({ id, saved, seen }) => [id, { saved, seen }]));
    expect(marks).toEqual(
      new Map([
        [cachedId, { saved: true, seen: false }],
        ['2606.10002', { saved: false, seen: true }],
      ]),
    );
    expect(related.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it('need no identifier', async () => {
    expect(await ask()).toEqual(await ask(uncachedId));
  });

  it('of a cached paper are without that paper', async () => {
    expect((await ask(cachedId)).map(({ id }) => id)).not.toContain(cachedId);
  });

  it('ask nobody and store nothing', async () => {
    await ask(uncachedId);
    expect(background.client.paper).not.toHaveBeenCalled();
    expect(background.client.search).not.toHaveBeenCalled();
    expect(await background.db.papers.count()).toBe(3);
  });

  it('are none while there is no index', async () => {
    await handlers['feed/clear-cache']({}, popup);
    expect(await ask(uncachedId)).toEqual([]);
  });
});
