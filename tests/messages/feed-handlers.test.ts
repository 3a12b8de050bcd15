import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedClient } from '../../lib/feed/feed-client';
import { FeedError } from '../../lib/feed/feed-error';
import { feedHandlers } from '../../lib/messages/handlers/feed-handlers';
import type { FeedListQuery } from '../../lib/papers/list-query';
import type { Paper } from '../../lib/papers/paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readFeedList } from '../../lib/store/feed-lists';
import { newDatabase, now, paper } from '../store/stored-papers';
import { popup } from './example-background';

const trending = { view: 'trending' } as const;
const hour = 3_600_000;

let db: PaperglossDatabase;
let clock: number;
beforeEach(() => {
  db = newDatabase();
  clock = now;
});

function handlersFor(list: FeedClient['list']) {
  const indexer = { forget: vi.fn(), bringUpToDate: vi.fn(async () => undefined) };
  const client = { list: vi.fn(list) };
  const sync = vi.fn(async () => ({ fetched: [] }));
  const handlers = feedHandlers(db, client, indexer, sync, () => clock);
  const ask = async (query: FeedListQuery) => handlers['feed/list']({ list: query }, popup);
  return { ask, client, indexer };
}

const answering = (...papers: Paper[]) => handlersFor(async () => ({ papers, rejected: [] }));

describe('a list of the feed that is asked for', () => {
  it('is fetched, kept, and told to the index', async () => {
    const { ask, client, indexer } = answering(paper('2606.00001'));
    expect(await ask(trending)).toEqual({ fetched: true });
    expect(client.list).toHaveBeenCalledWith(trending);
    expect(await readFeedList(db, trending)).toMatchObject({ paperIds: ['2606.00001'], fetchedAt: now });
    expect(indexer.bringUpToDate).toHaveBeenCalledOnce();
  });

  it('is left alone while it is fresh, and fetched again when it is not', async () => {
    const { ask, client, indexer } = answering(paper('2606.00001'));
    await ask(trending);
    clock = now + hour - 1;
    expect(await ask(trending)).toEqual({ fetched: false });
    expect(client.list).toHaveBeenCalledOnce();
    expect(indexer.bringUpToDate).toHaveBeenCalledOnce();
    clock = now + hour;
    expect(await ask(trending)).toEqual({ fetched: true });
  });

  it('by two at once is fetched once', async () => {
    let answer = (_papers: Paper[]) => {};
    const { ask, client } = handlersFor(
      () => new Promise((resolve) => (answer = (papers) => resolve({ papers, rejected: [] }))),
    );
    const asked = [ask(trending), ask(trending)];
    await vi.waitFor(() => expect(client.list).toHaveBeenCalled());
    answer([paper('2606.00001')]);
    expect(await Promise.all(asked)).toEqual([{ fetched: true }, { fetched: true }]);
    expect(client.list).toHaveBeenCalledOnce();
  });

  it('does not wait for another one', async () => {
    const { ask, client } = handlersFor((query) =>
      query.view === 'trending'
        ? new Promise(() => undefined)
        : Promise.resolve({ papers: [paper('2606.00001')], rejected: [] }),
    );
    void ask(trending);
    expect(await ask({ view: 'week', week: '2026-W24' })).toEqual({ fetched: true });
    expect(client.list).toHaveBeenCalledTimes(2);
  });

  it('fails as the feed does, keeps what is there, and is asked for again', async () => {
    const failure = new FeedError('server', 'It is down.');
    let isDown = false;
    const { ask } = handlersFor(async () => {
      if (isDown) throw failure;
      return { papers: [paper('2606.00001')], rejected: [] };
    });
    await ask(trending);
    clock += hour;
    isDown = true;
    await expect(ask(trending)).rejects.toBe(failure);
    expect(await readFeedList(db, trending)).toMatchObject({ paperIds: ['2606.00001'], fetchedAt: now });
    isDown = false;
    expect(await ask(trending)).toEqual({ fetched: true });
  });

  it.each<FeedListQuery>([
    { view: 'week', week: '2026-W25' },
    { view: 'month', month: '2026-07' },
    { view: 'week', week: '2023-W17' },
    { view: 'month', month: '2023-04' },
    { view: 'week', week: '9999-W52' },
  ])('of a time in which the feed has no day is not fetched: %j', async (query) => {
    const { ask, client } = answering();
    expect(await ask(query)).toEqual({ fetched: false });
    expect(client.list).not.toHaveBeenCalled();
  });

  it.each<FeedListQuery>([
    { view: 'week', week: '2026-W24' },
    { view: 'month', month: '2023-05' },
  ])('of the first and the last such time is: %j', async (query) => {
    expect(await answering().ask(query)).toEqual({ fetched: true });
  });
});
