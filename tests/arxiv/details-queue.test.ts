import { describe, expect, it } from 'vitest';
import type { ArxivAnswer } from '../../lib/arxiv/arxiv-client';
import { ArxivError } from '../../lib/arxiv/arxiv-error';
import type { ArxivPaper } from '../../lib/arxiv/arxiv-paper';
import { createDetailsFetcher } from '../../lib/arxiv/details-queue';
import { type DetailsState, nothingAsked } from '../../lib/arxiv/details-state';

const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => `2412.${String(first + index).padStart(5, '0')}`);

/** A list of papers without titles, an arXiv that has all but some of them, and what was noted: all of it outlives the worker. */
function makeWorld(list: readonly string[], unknown: readonly string[] = []) {
  const world = {
    time: 1_000_000,
    list: new Map(list.map((id) => [id, ''])),
    asked: [] as string[][],
    underWay: 0,
    atOnce: 0,
    states: [nothingAsked] as DetailsState[],
    /** Called before arXiv answers. */
    beforeAnswer: async (_ids: readonly string[]): Promise<void> => {},
    beforeNote: (_state: DetailsState): void => {},
    beforeLearn: (): void => {},
  };
  const newFetcher = () =>
    createDetailsFetcher({
      client: {
        async papers(ids): Promise<ArxivAnswer> {
          world.asked.push([...ids]);
          world.underWay += 1;
          world.atOnce = Math.max(world.atOnce, world.underWay);
          try {
            await Promise.resolve();
            await world.beforeAnswer(ids);
          } finally {
            world.underWay -= 1;
          }
          const found = ids
            .filter((id) => !unknown.includes(id))
            .map((id): ArxivPaper => ({ id, title: `Paper ${id}`, abstract: '', authors: [] }));
          return { found, missing: ids.filter((id) => unknown.includes(id)) };
        },
      },
      pending: async () => [...world.list].filter(([, title]) => title === '').map(([id]) => id),
      learn: async (found) => {
        world.beforeLearn();
        for (const { id, title } of found) if (world.list.has(id)) world.list.set(id, title);
      },
      noted: async () => world.states.at(-1) ?? nothingAsked,
      note: async (state) => {
        world.beforeNote(state);
        world.states.push(state);
      },
      now: () => world.time,
    });
  return { world, newFetcher, fetcher: newFetcher() };
}

type World = ReturnType<typeof makeWorld>['world'];

const untitled = ({ list }: World) => [...list].filter(([, title]) => title === '').map(([id]) => id);
const last = ({ states }: World) => states.at(-1);
const refused = (retryAt: number) => new ArxivError('rate-limited', 'Too many calls.', { retryAt });

describe('details of papers', () => {
  it('are learned for all that have none, fifty at a time, oldest first', async () => {
    const ids = idsFrom(1, 120);
    const { world, fetcher } = makeWorld(ids);
    await fetcher.run();
    expect(world.asked).toEqual([ids.slice(0, 50), ids.slice(50, 100), ids.slice(100)]);
    expect(untitled(world)).toEqual([]);
    expect(world.states.map(({ asking }) => asking)).toEqual([0, 120, 70, 20, 0]);
  });

  it('are asked for of the papers named alone', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 3));
    await fetcher.run(['2412.00002']);
    expect(world.asked).toEqual([['2412.00002']]);
  });

  it('are not asked for where nothing is open', async () => {
    const { world, fetcher } = makeWorld([]);
    await fetcher.run();
    await fetcher.run([]);
    expect(world.asked).toEqual([]);
    expect(last(world)).toEqual(nothingAsked);
  });

  it('are learned batch by batch: what came before a failure stays', async () => {
    const ids = idsFrom(1, 60);
    const { world, fetcher } = makeWorld(ids);
    world.beforeAnswer = async ({ length }) => {
      if (length < 50) throw new ArxivError('offline', 'No way.');
    };
    await fetcher.run();
    expect(untitled(world)).toEqual(ids.slice(50));
  });
});

describe('one run at a time', () => {
  it('takes what is asked meanwhile, after what was asked before', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 3));
    let late: Promise<void> | undefined;
    world.beforeAnswer = async () => {
      late ??= fetcher.run(['2412.00003']);
    };
    await fetcher.run(['2412.00001']);
    await late;
    expect(world.asked).toEqual([['2412.00001'], ['2412.00003']]);
    expect(world.atOnce).toBe(1);
  });

  it('does not ask twice for a paper that is named again while it is asked for', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 2));
    world.beforeAnswer = async () => void fetcher.run(['2412.00001']);
    await fetcher.run();
    expect(world.asked).toEqual([idsFrom(1, 2)]);
  });

  it('takes what is asked while its end is being noted', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 1));
    world.beforeNote = ({ asking }) => {
      if (asking > 0 || world.list.has('2412.00007')) return;
      world.list.set('2412.00007', '');
      void fetcher.run();
    };
    await fetcher.run();
    expect(world.asked).toEqual([['2412.00001'], ['2412.00007']]);
    expect(untitled(world)).toEqual([]);
  });

  it('loses nothing that is asked at any step of it', async () => {
    for (let steps = 0; steps < 40; steps++) {
      const { world, fetcher } = makeWorld(idsFrom(1, 2));
      const first = fetcher.run(['2412.00001']);
      for (let step = 0; step < steps; step++) await Promise.resolve();
      await Promise.all([first, fetcher.run(['2412.00002'])]);
      expect(untitled(world), `after ${steps} steps`).toEqual([]);
      expect(world.atOnce).toBe(1);
      expect(last(world)).toEqual(nothingAsked);
    }
  });

  it('ends although a paper it learned of is still without title', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 1));
    world.list.set = () => world.list;
    await fetcher.run();
    expect(world.asked).toHaveLength(1);
  });

  it('follows one that has ended', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 1));
    await fetcher.run();
    world.list.set('2412.00002', '');
    await fetcher.run();
    expect(world.asked).toEqual([['2412.00001'], ['2412.00002']]);
  });
});

describe('papers that arXiv does not have', () => {
  const gone = '2412.00002';

  it('are noted, and not asked for again by themselves, by a new worker, too', async () => {
    const { world, fetcher, newFetcher } = makeWorld(idsFrom(1, 3), [gone]);
    await fetcher.run();
    expect(last(world)).toEqual({ asking: 0, missing: [gone] });
    await newFetcher().run();
    expect(world.asked).toHaveLength(1);
    expect(last(world)?.missing).toEqual([gone]);
  });

  it('are asked for again where the reader names them, and are no longer missing when they are found', async () => {
    const unknown = [gone];
    const { world, fetcher } = makeWorld(idsFrom(1, 3), unknown);
    await fetcher.run();
    unknown.pop();
    await fetcher.run([gone]);
    expect(world.asked.at(-1)).toEqual([gone]);
    expect(last(world)?.missing).toEqual([]);
  });

  it('are forgotten once they are off the list', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 3), [gone]);
    await fetcher.run();
    world.list.delete(gone);
    await fetcher.run();
    expect(last(world)).toEqual(nothingAsked);
  });
});

describe('a failure', () => {
  it('ends the run, is noted with what was missing, and leaves nothing to be taken up by itself', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 60), ['2412.00001']);
    world.beforeAnswer = async ({ length }) => {
      if (length < 50) throw new ArxivError('offline', 'arXiv could not be reached.');
    };
    await fetcher.run();
    expect(last(world)).toEqual({
      asking: 0,
      missing: ['2412.00001'],
      failure: { code: 'offline', detail: 'arXiv could not be reached.' },
    });
  });

  it('is gone when the reader has tried again with success', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 2));
    world.beforeAnswer = async () => {
      throw new ArxivError('server', 'Broken.');
    };
    await fetcher.run();
    world.beforeAnswer = async () => {};
    await fetcher.run();
    expect(last(world)).toEqual(nothingAsked);
    expect(untitled(world)).toEqual([]);
  });

  it('with a time to come back is kept to by every worker until then', async () => {
    const { world, fetcher, newFetcher } = makeWorld(idsFrom(1, 1));
    const retryAt = world.time + 20_000;
    world.beforeAnswer = async () => {
      throw refused(retryAt);
    };
    await fetcher.run();
    world.beforeAnswer = async () => {};
    world.time = retryAt - 1;
    await newFetcher().run();
    expect(world.asked).toHaveLength(1);
    expect(last(world)).toMatchObject({ asking: 0, failure: { code: 'rate-limited' }, retryAt });
    world.time = retryAt;
    await newFetcher().run();
    expect(untitled(world)).toEqual([]);
    expect(last(world)).toEqual(nothingAsked);
  });

  it('does not silence arXiv for a day because the clock was put back', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 1));
    world.states.push({ ...nothingAsked, retryAt: world.time + 86_400_000 });
    await fetcher.run();
    expect(untitled(world)).toEqual([]);
  });

  it('of the store is thrown, and the next run works', async () => {
    const { world, fetcher } = makeWorld(idsFrom(1, 1));
    world.beforeLearn = () => {
      throw new Error('The disk is full');
    };
    await expect(fetcher.run()).rejects.toThrow('The disk is full');
    expect(last(world)?.asking).toBe(0);
    world.beforeLearn = () => {};
    await fetcher.run();
    expect(untitled(world)).toEqual([]);
  });
});

describe('a run that died with its worker', () => {
  it('has left word that papers are still open, and is taken up again where it was', async () => {
    const ids = idsFrom(1, 60);
    const { world, fetcher, newFetcher } = makeWorld(ids);
    const hung = new Promise<void>(() => {});
    const died = new Promise<void>((resolve) => {
      world.beforeAnswer = async ({ length }) => {
        if (length === 50) return;
        resolve();
        await hung;
      };
    });
    void fetcher.run();
    await died;
    expect(last(world)?.asking).toBe(10);
    world.beforeAnswer = async () => {};
    await newFetcher().run();
    expect(world.asked.at(-1)).toEqual(ids.slice(50));
    expect(last(world)).toEqual(nothingAsked);
  });
});
