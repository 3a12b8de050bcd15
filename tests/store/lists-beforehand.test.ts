import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../../lib/papers/list-query';
import type { DailyList, DailyRow } from '../../lib/store/daily-list';
import { createListsBeforehand } from '../../lib/store/lists-beforehand';

const monday: ListQuery = { view: 'day', day: '2026-08-17' };
const tuesday: ListQuery = { view: 'day', day: '2026-08-18' };
const papers = [{ id: '2608.00001' }] as DailyRow[];

function set(answers: (query: ListQuery) => Promise<Partial<DailyList>>) {
  const idle: (() => void)[] = [];
  const asked: ListQuery[] = [];
  const world = { now: 0 };
  const beforehand = createListsBeforehand({
    async read(query) {
      asked.push(query);
      return { query, source: 'feed', papers, sync: {}, ...(await answers(query)) };
    },
    whenIdle: (run) => idle.push(run),
    now: () => world.now,
  });
  const rest = async () => {
    for (const run of idle.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { beforehand, asked, world, rest };
}

describe('a list that is read beforehand', () => {
  it('is read once the page has nothing better to do, and is there when it is asked for', async () => {
    const { beforehand, asked, rest } = set(async () => ({}));
    beforehand.prepare([monday, tuesday]);
    expect(asked).toEqual([]);
    await rest();
    expect(beforehand.take({ ...tuesday })).toMatchObject({ query: tuesday, papers });
  });

  it('is another one for another day or another view', async () => {
    const { beforehand, rest } = set(async () => ({}));
    beforehand.prepare([monday]);
    await rest();
    const others: ListQuery[] = [
      tuesday,
      { view: 'day' },
      { view: 'week', week: '2026-W34' },
      { view: 'trending' },
    ];
    expect(others.map(beforehand.take)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is given up after a minute', async () => {
    const { beforehand, world, rest } = set(async () => ({}));
    beforehand.prepare([monday]);
    await rest();
    world.now = 59_999;
    expect(beforehand.take(monday)).toBeDefined();
    world.now = 60_000;
    expect(beforehand.take(monday)).toBeUndefined();
  });

  it('makes room for the next ones, also while it is being read', async () => {
    let finish = (_: Partial<DailyList>) => {};
    const slow = new Promise<Partial<DailyList>>((resolve) => {
      finish = resolve;
    });
    const { beforehand, rest } = set((query) => (query === monday ? slow : Promise.resolve({})));
    beforehand.prepare([monday]);
    await rest();
    beforehand.prepare([tuesday]);
    await rest();
    finish({});
    await rest();
    expect(beforehand.take(monday)).toBeUndefined();
    expect(beforehand.take(tuesday)).toBeDefined();
  });

  it('that was given up before the page had time is not read at all', async () => {
    const { beforehand, asked, rest } = set(async () => ({}));
    beforehand.prepare([monday]);
    beforehand.prepare([tuesday]);
    await rest();
    expect(asked).toEqual([tuesday]);
  });

  it.each([
    ['cannot be read', () => Promise.reject(new Error('closed'))],
    ['has no papers', () => Promise.resolve({ papers: [] })],
  ])('that %s is left to whoever asks for it', async (_, answers) => {
    const { beforehand, rest } = set(answers);
    beforehand.prepare([monday]);
    await rest();
    expect(beforehand.take(monday)).toBeUndefined();
  });
});
