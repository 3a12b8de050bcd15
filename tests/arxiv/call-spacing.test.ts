import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callSpacing, createCallSpacing } from '../../lib/arxiv/call-spacing';

/** A clock that moves only when someone waits, and a last call that outlives the worker. */
function makeWorld(start = 1_000_000) {
  const world = { time: start, lastCall: 0, begun: [] as number[], underWay: 0, atOnce: 0 };
  return {
    world,
    newSpacing: () =>
      createCallSpacing({
        lastCall: {
          read: async () => world.lastCall,
          write: async (time) => {
            world.lastCall = time;
          },
        },
        now: () => world.time,
        wait: async (ms, signal) => {
          signal?.throwIfAborted();
          world.time += ms;
        },
      }),
    /** A call that takes `ms`. */
    call: (ms: number) => async () => {
      world.begun.push(world.time);
      world.underWay += 1;
      world.atOnce = Math.max(world.atOnce, world.underWay);
      await Promise.resolve();
      world.time += ms;
      world.underWay -= 1;
      return ms;
    },
  };
}

const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('calls of arXiv', () => {
  it('are made at once where none was made before', async () => {
    const { world, newSpacing, call } = makeWorld();
    expect(await newSpacing()(call(100))).toBe(100);
    expect(world.begun).toEqual([1_000_000]);
  });

  it('begin three seconds apart, counted from beginning to beginning', async () => {
    const { world, newSpacing, call } = makeWorld();
    const inTurn = newSpacing();
    for (const ms of [0, 1_000, 8_000]) await inTurn(call(ms));
    await inTurn(call(0));
    expect(gaps(world.begun)).toEqual([3_000, 3_000, 8_000]);
  });

  it('are counted before they are made, so that a worker that dies during one has counted it', async () => {
    const { world, newSpacing } = makeWorld();
    let counted = 0;
    await newSpacing()(async () => {
      counted = world.lastCall;
    });
    expect(counted).toBe(1_000_000);
  });

  it('do not hold up the next one when they fail', async () => {
    const { world, newSpacing, call } = makeWorld();
    const inTurn = newSpacing();
    const failed = inTurn(() => Promise.reject(new Error('broken')));
    const next = inTurn(call(0));
    await expect(failed).rejects.toThrow('broken');
    await next;
    expect(world.begun).toEqual([1_003_000]);
  });

  it('are not made when they are aborted while they wait', async () => {
    const { world, newSpacing, call } = makeWorld();
    const inTurn = newSpacing();
    await inTurn(call(0));
    await expect(inTurn(call(0), AbortSignal.abort('enough'))).rejects.toBe('enough');
    expect(world.begun).toHaveLength(1);
  });

  it('after a clock was put back wait three seconds, not a day', async () => {
    const { world, newSpacing, call } = makeWorld();
    world.lastCall = world.time + 86_400_000;
    await newSpacing()(call(0));
    expect(world.begun).toEqual([1_003_000]);
  });

  it('are never closer than three seconds nor two at once, however many are asked for by however many workers', async () => {
    const worker = fc.array(fc.nat({ max: 7_000 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(worker, { maxLength: 4 }), async (workers) => {
        const { world, newSpacing, call } = makeWorld();
        for (const durations of workers) {
          const inTurn = newSpacing();
          await Promise.all(durations.map((ms) => inTurn(call(ms))));
        }
        expect(world.begun).toHaveLength(workers.flat().length);
        expect(gaps(world.begun).filter((gap) => gap < callSpacing)).toEqual([]);
        expect(world.atOnce).toBeLessThanOrEqual(1);
      }),
    );
  });
});
