import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBreath } from '../../lib/related/breath';

afterEach(() => vi.restoreAllMocks());

describe('long work', () => {
  /** Works for `steps` times so many milliseconds; when it paused, as the number of the step. */
  async function work(step: number, steps: number, pauseTakes = 0) {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    const pauses: number[] = [];
    let done = 0;
    const breathe = createBreath(async () => {
      pauses.push(done);
      time += pauseTakes;
    });
    for (done = 1; done <= steps; done++) {
      time += step;
      await breathe();
    }
    return pauses;
  }

  it('that is over at once has no pause', async () => {
    expect(await work(1, 20)).toEqual([]);
  });

  it('pauses as often as its slices are long', async () => {
    expect(await work(10, 9)).toEqual([3, 6, 9]);
    expect(await work(60, 3)).toEqual([1, 2, 3]);
  });

  it('counts its next slice from the end of the pause', async () => {
    expect(await work(10, 9, 1_000)).toEqual([3, 6, 9]);
  });
});
