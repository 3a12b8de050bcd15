import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScanThrottle, type ScanThrottle } from '../../lib/page/scan-throttle';

const work = vi.fn();
let end: AbortController;
let throttle: ScanThrottle;

/** Every run takes so long, ms. */
function runsTake(time: number): void {
  work.mockImplementation(() => vi.setSystemTime(Date.now() + time));
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  work.mockReset();
  end = new AbortController();
  throttle = createScanThrottle(work, end.signal);
});

afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('looking at a page', () => {
  it('happens at once after the first change', () => {
    throttle.soon();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('happens once in 150 ms during a flood, and once after it', async () => {
    for (let change = 0; change < 30; change++) {
      throttle.soon();
      await pass(10);
    }
    expect(work.mock.calls.length).toBeLessThanOrEqual(3);
    await pass(150);
    expect(work.mock.calls.length).toBe(3);
    await pass(1000);
    expect(work.mock.calls.length).toBe(3);
  });

  it('rests twenty-five times as long as it took, so that a slow page is not slowed further', async () => {
    runsTake(100);
    throttle.soon();
    throttle.soon();
    await pass(2400);
    expect(work).toHaveBeenCalledTimes(1);
    await pass(200);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('happens at once when the reader has arrived somewhere', () => {
    throttle.soon();
    throttle.now();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('waits a little even then on a page whose looks are dear', async () => {
    runsTake(100);
    throttle.now();
    throttle.soon();
    throttle.now();
    expect(work).toHaveBeenCalledTimes(1);
    await pass(300);
    expect(work).toHaveBeenCalledTimes(1);
    await pass(200);
    expect(work).toHaveBeenCalledTimes(2);
    await pass(10_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('ends with its signal', async () => {
    throttle.soon();
    throttle.soon();
    end.abort();
    await pass(500);
    throttle.now();
    expect(work).toHaveBeenCalledTimes(1);
  });
});
