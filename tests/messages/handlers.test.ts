import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedError } from '../../lib/feed/feed-error';
import { describeError } from '../../lib/messages/describe-error';
import { createHandlers } from '../../lib/messages/handlers/create-handlers';
import type { Handlers } from '../../lib/messages/listen';
import type { Sender } from '../../lib/messages/sender';
import type { Paper } from '../../lib/papers/paper';
import type { EntryChange } from '../../lib/papers/reading-entry';
import { storeFeedDay } from '../../lib/store/feed-days';
import { StoreError } from '../../lib/store/store-error';
import { entry } from '../store/stored-papers';
import {
  asked,
  contentAt,
  type ExampleBackground,
  exampleBackground,
  now,
  popup,
} from './example-background';

const page = contentAt('https://arxiv.org/abs/2606.10001');

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title: `Title ${id}`,
  abstract: 'One sentence. And another.',
  authors: ['Ada One'],
  upvotes: 7,
  keywords: ['drafting'],
  ...more,
});

let background: ExampleBackground;
let handlers: Handlers;

beforeEach(async () => {
  background = exampleBackground();
  handlers = createHandlers(background);
  const papers = [paper('2606.10001', { repository: 'Someone/Drafts' }), paper('2606.10002')];
  await storeFeedDay(background.db, { day: '2026-06-12', papers, rejected: 0, fetchedAt: now });
});
afterEach(() => background.db.delete());

describe('a look-up', () => {
  it('answers in the order asked, [] where nothing is known', async () => {
    const targets = [asked('2606.10002'), asked('2606.19999'), asked('2606.10001')];
    const cards = await handlers['look-up']({ targets, canDraw: true }, page);
    expect(cards.map((found) => found.map(({ id }) => id))).toEqual([['2606.10002'], [], ['2606.10001']]);
  });

  it('knows repositories in whatever case', async () => {
    const target = { target: { kind: 'repository', slug: 'SOMEONE/drafts' }, form: 'card' } as const;
    const [cards] = await handlers['look-up']({ targets: [target], canDraw: true }, page);
    expect(cards?.map(({ id }) => id)).toEqual(['2606.10001']);
  });

  it('gives related papers to cards and none to badges', async () => {
    await background.indexer.bringUpToDate();
    const targets = [asked('2606.10001', 'card'), asked('2606.10002', 'badge')];
    const [card, badge] = await handlers['look-up']({ targets, canDraw: true }, page);
    expect(card?.[0]?.related).toMatchObject([
      {
        id: '2606.10002',
        reasons: [{ kind: 'keywords', keywords: ['drafting'] }],
        saved: false,
        seen: false,
      },
    ]);
    expect(badge?.[0]?.related).toEqual([]);
  });

  const drawing: [when: string, id: string, canDraw: boolean, sender: Sender, loaded: number[]][] = [
    ['on the first hit of a page', '2606.10001', false, page, [7]],
    ['not when the page has it', '2606.10001', true, page, []],
    ['not without a hit', '2606.19999', false, page, []],
    ['not into a page of our own', '2606.10001', false, popup, []],
  ];
  it.each(drawing)('loads what draws %s', async (_when, id, canDraw, sender, loaded) => {
    await handlers['look-up']({ targets: [asked(id)], canDraw }, sender);
    expect(background.injected.map(({ files, target }) => [files, target.tabId])).toEqual(
      loaded.map((tab) => [['/draw-cards.js'], tab]),
    );
  });
});

describe('a look-up online', () => {
  const lookUp = (sender: Sender, id = '2606.19999') =>
    handlers['look-up-online']({ id, canDraw: true }, sender);

  it('asks nobody for a page while the reader has not allowed it', async () => {
    expect(await lookUp(page)).toBeUndefined();
    expect(background.client.paper).not.toHaveBeenCalled();
  });

  it('asks for the popup, where the reader has clicked', async () => {
    vi.mocked(background.client.paper).mockResolvedValueOnce(paper('2606.19999'));
    expect(await lookUp(popup)).toMatchObject({ id: '2606.19999' });
  });

  it('asks for a page once it is allowed, and remembers a miss', async () => {
    await handlers['settings/change']({ lookUpUncached: true }, popup);
    expect(await lookUp(page)).toBeUndefined();
    expect(await lookUp(page)).toBeUndefined();
    expect(background.client.paper).toHaveBeenCalledTimes(1);
  });

  it('asks once for two tabs that open the same paper at once, and again after that', async () => {
    await handlers['settings/change']({ lookUpUncached: true }, popup);
    vi.mocked(background.client.paper).mockRejectedValueOnce(new Error('cut off'));
    const answers = await Promise.allSettled([lookUp(page), lookUp({ ...page, tab: { id: 4 } })]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(background.client.paper).toHaveBeenCalledTimes(1);
    await lookUp(page);
    expect(background.client.paper).toHaveBeenCalledTimes(2);
  });

  it('asks nobody for a page in a private window, allowed or not, and keeps nothing of it', async () => {
    await handlers['settings/change']({ lookUpUncached: true }, popup);
    expect(await lookUp({ ...page, tab: { id: 3, incognito: true } })).toBeUndefined();
    expect(background.client.paper).not.toHaveBeenCalled();
    expect(await background.db.state.get('missed-look-ups')).toBeUndefined();
  });

  it('makes what it found known to the index', async () => {
    const found = paper('2606.19999', { title: 'Zebrafish' });
    vi.mocked(background.client.paper).mockResolvedValueOnce(found);
    await lookUp(popup);
    await background.indexer.takeQueued();
    const answer = await handlers.search({ query: 'zebrafish', limit: 5 }, popup);
    expect(answer.papers.map(({ id }) => id)).toEqual(['2606.19999']);
  });

  it('asks nobody about what is cached', async () => {
    expect(await lookUp(popup, '2606.10001')).toMatchObject({ id: '2606.10001' });
    expect(background.client.paper).not.toHaveBeenCalled();
  });
});

describe('the reading list by message', () => {
  const cached = '2606.10001';
  const uncached = '2412.17747';
  const mirrored = (id: string) => background.items[`reading/${id}`];

  it('is mirrored with every change', async () => {
    await handlers['reading-list/save']({ ids: [cached] }, page);
    await expect.poll(() => mirrored(cached)).toMatchObject({ status: 'to-read' });
    await handlers['reading-list/set-status']({ id: cached, status: 'done' }, page);
    await expect.poll(() => mirrored(cached)).toMatchObject({ status: 'done' });
    const removed = await handlers['reading-list/remove']({ ids: [cached] }, page);
    await expect.poll(() => mirrored(cached)).toBeUndefined();
    await handlers['reading-list/restore']({ entries: removed }, popup);
    await expect.poll(() => mirrored(cached)).toMatchObject({ status: 'done' });
  });

  it('takes what the reader changes about several papers at once', async () => {
    const changes: { id: string; change: EntryChange }[] = [
      { id: cached, change: { stars: 3, addTags: ['a'] } },
      { id: '2606.10002', change: { note: 'n' } },
    ];
    const changed = await handlers['reading-list/change']({ changes }, popup);
    expect(changed).toMatchObject([{ stars: 3, tags: ['a'] }, { note: 'n' }]);
  });

  it('saves a paper that is not cached from a page of ours, and has arXiv asked for its title', async () => {
    expect(await handlers['reading-list/save']({ ids: [uncached] }, popup)).toMatchObject([{ title: '' }]);
    expect(background.fetchDetails).toHaveBeenCalledOnce();
  });

  it('asks nobody when what is saved is cached', async () => {
    await handlers['reading-list/save']({ ids: [cached] }, popup);
    expect(background.fetchDetails).not.toHaveBeenCalled();
  });

  it('saves for a page of the web only what is cached, and never has arXiv asked', async () => {
    const saving = handlers['reading-list/save']({ ids: [uncached] }, page);
    await expect(saving).rejects.toMatchObject({ code: 'not-cached' });
    await handlers['reading-list/save']({ ids: [uncached] }, popup);
    vi.mocked(background.fetchDetails).mockClear();
    await handlers['reading-list/save']({ ids: [uncached] }, page);
    expect(background.fetchDetails).not.toHaveBeenCalled();
  });

  it('merges entries of a file of ours, and says how many were new', async () => {
    const [saved] = await handlers['reading-list/save']({ ids: ['2606.10002'] }, page);
    const tagged = entry('2606.10002', { tags: ['theirs'] });
    const entries = [...(saved ? [saved] : []), tagged, entry(uncached)];
    expect(await handlers['reading-list/merge']({ entries }, popup)).toEqual({ added: 1, merged: 1 });
    await expect.poll(() => mirrored(uncached)).toMatchObject({ id: uncached });
  });

  it('imports papers of other programs, and has arXiv asked for titles nobody told', async () => {
    const papers = [{ id: cached, change: {} }];
    expect(
      await handlers['reading-list/import']({ papers: [{ id: uncached, title: 'T', change: {} }] }, popup),
    ).toEqual({
      added: 1,
      merged: 0,
    });
    expect(background.fetchDetails).not.toHaveBeenCalled();
    await handlers['reading-list/import']({ papers }, popup);
    expect(background.fetchDetails).toHaveBeenCalledOnce();
  });

  it('shows on the next look-up, also of a paper that is not cached', async () => {
    await handlers['reading-list/save']({ ids: [cached, uncached] }, popup);
    const targets = [asked(cached), asked(uncached)];
    const cards = await handlers['look-up']({ targets, canDraw: true }, page);
    expect(cards).toMatchObject([
      [{ status: 'to-read', origin: 'feed' }],
      [{ status: 'to-read', origin: 'list', title: `arXiv:${uncached}` }],
    ]);
  });

  it('gives a cached or a saved paper as text to copy, and no other', async () => {
    const copied = (id: string) => handlers.citation({ id, style: 'markdown' }, page);
    expect(await copied(cached)).toMatch(/^\[.+\]\(https:\/\/arxiv\.org\/abs\/2606\.10001\)$/);
    await expect(copied(uncached)).rejects.toMatchObject({ code: 'not-cached' });
  });
});

describe('sites', () => {
  it('are switched off and on, each once', async () => {
    const off = { site: 'arxiv.org', on: false };
    await handlers['site/switch'](off, page);
    expect((await handlers['site/switch'](off, page)).sitesOff).toEqual(['arxiv.org']);
    expect((await handlers['site/switch']({ ...off, on: true }, page)).sitesOff).toEqual([]);
  });

  it('are switched by their own pages only, whatever these claim; by the options all', async () => {
    const news: Sender = { ...page, url: 'https://news.ycombinator.com/' };
    const off = { site: 'arxiv.org', on: false };
    expect((await handlers['site/switch'](off, news)).sitesOff).toEqual(['news.ycombinator.com']);
    expect((await handlers['site/switch'](off, popup)).sitesOff).toEqual([
      'news.ycombinator.com',
      'arxiv.org',
    ]);
  });
});

describe('the searches', () => {
  it('of the cache asks nobody', async () => {
    await background.indexer.bringUpToDate();
    const answer = await handlers.search({ query: 'sentence', limit: 1 }, popup);
    expect(answer).toMatchObject({ total: 2, papers: [{ id: '2606.10002' }] });
    expect(background.client.search).not.toHaveBeenCalled();
  });

  it('of the feed is kept, and found without asking again', async () => {
    vi.mocked(background.client.search).mockResolvedValueOnce([paper('2606.19999', { title: 'Zebrafish' })]);
    expect(await handlers['search-online']({ query: 'fish' }, popup)).toMatchObject([{ id: '2606.19999' }]);
    await background.indexer.takeQueued();
    expect(await handlers.search({ query: 'zebrafish', limit: 5 }, popup)).toMatchObject({ total: 1 });
    expect(background.client.search).toHaveBeenCalledTimes(1);
  });
});

describe('clearing the cache', () => {
  it('leaves nothing to be found, at once', async () => {
    await background.indexer.bringUpToDate();
    await handlers.search({ query: 'sentence', limit: 1 }, popup);
    expect(await handlers['feed/clear-cache']({}, popup)).toEqual({ papers: 2 });
    expect(await handlers.search({ query: 'sentence', limit: 1 }, popup)).toEqual({ papers: [], total: 0 });
  });
});

describe('a refresh', () => {
  it('tells what was fetched', async () => {
    expect(await handlers['feed/refresh']({}, popup)).toEqual({ fetched: ['2026-06-12'] });
  });

  it('fails with what ended it', async () => {
    const failure = new FeedError('timeout', 'too slow');
    vi.mocked(background.sync).mockResolvedValueOnce({ fetched: [], failure });
    await expect(handlers['feed/refresh']({}, popup)).rejects.toBe(failure);
  });
});

describe('an error as pages are told', () => {
  const errors: [error: unknown, code: string][] = [
    [new FeedError('rate-limited', 'later'), 'rate-limited'],
    [new FeedError('format', 'HTML'), 'feed-failed'],
    [new FeedError('offline', 'no'), 'offline'],
    [new StoreError('disk-full', 'full'), 'disk-full'],
    [new StoreError('unavailable', 'private window'), 'unavailable'],
    ['a string', 'internal'],
  ];
  it.each(errors)('%s is %s', (error, code) => expect(describeError(error).code).toBe(code));
});
