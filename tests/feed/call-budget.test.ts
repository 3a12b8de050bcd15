import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsPerMinute, createCallBudget, delayBeforeCall, recentCalls } from '../../lib/feed/call-budget';

/** A clock that moves only when someone waits, and a log that outlives the budget. */
function makeWorld(start = 1_000_000) {
  const world = { time: start, log: [] as number[] };
  return {
    world,
    newBudget: () =>
      createCallBudget({
        log: {
          read: async () => world.log,
          write: async (times) => {
            world.log = times;
          },
        },
        now: () => world.time,
        wait: async (ms, signal) => {
          signal?.throwIfAborted();
          world.time += ms;
        },
      }),
  };
}

describe('the delay before a call', () => {
  const calls = (count: number, time: number) => Array.from({ length: count }, () => time);

  it('is nothing while there is room', () => {
    expect(delayBeforeCall([], 0)).toBe(0);
    expect(delayBeforeCall(calls(callsPerMinute - 1, 1_000), 1_000)).toBe(0);
  });

  it('lasts until the oldest call of a full minute is a minute old', () => {
    expect(delayBeforeCall([500, ...calls(callsPerMinute - 1, 1_000)], 2_000)).toBe(58_500);
  });
});

describe('the calls that count', () => {
  it('are those of the last minute', () => {
    expect(recentCalls([0, 40_000, 1_000, 60_000], 60_500)).toEqual([1_000, 40_000, 60_000]);
  });

  it('made by a clock that was ahead are held for a minute, not for a day', () => {
    expect(recentCalls([100_000_000], 50_000)).toEqual([50_000]);
  });
});

describe('the budget', () => {
  it('allows 60 calls at once and makes the next one wait', async () => {
    const { world, newBudget } = makeWorld();
    const budget = newBudget();
    for (let call = 0; call < callsPerMinute; call++) await budget.take();
    expect(world.time).toBe(1_000_000);
    await budget.take();
    expect(world.time).toBe(1_060_000);
  });

  it('holds over the death of the worker', async () => {
    const { world, newBudget } = makeWorld();
    for (let call = 0; call < callsPerMinute; call++) await newBudget().take();
    await newBudget().take();
    expect(world.time).toBe(1_060_000);
  });

  it('waits a minute and not a day when the clock was put back', async () => {
    const { world, newBudget } = makeWorld();
    for (let call = 0; call < callsPerMinute; call++) await newBudget().take();
    world.time -= 86_400_000;
    const before = world.time;
    await newBudget().take();
    expect(world.time - before).toBe(60_000);
  });

  it('serves takers who come at the same time one after the other', async () => {
    const { world, newBudget } = makeWorld();
    const budget = newBudget();
    await Promise.all(Array.from({ length: 130 }, () => budget.take()));
    expect(world.time).toBe(1_120_000);
  });

  it('lets go of a taker who gives up, without counting the call', async () => {
    const { world, newBudget } = makeWorld();
    const budget = newBudget();
    await expect(budget.take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(world.log).toEqual([]);
    await budget.take();
    expect(world.log).toHaveLength(1);
  });

  it('is never more than 60 in any minute, however calls come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5_000), { maxLength: 200 }), async (pauses) => {
        const { world, newBudget } = makeWorld();
        const made: number[] = [];
        for (const pause of pauses) {
          world.time += pause;
          await newBudget().take();
          made.push(world.time);
        }
        for (const [index, time] of made.entries()) {
          const sixtyLater = made[index + callsPerMinute];
          if (sixtyLater !== undefined) expect(sixtyLater - time).toBeGreaterThanOrEqual(60_000);
        }
      }),
      { numRuns: 30 },
    );
  });
});
