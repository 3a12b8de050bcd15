import { describe, expect, it, vi } from 'vitest';
import { inOrder, runInFirefox } from './run-in-firefox.mjs';

const files = Array.from({ length: 14 }, (_, at) => `file-${String(at).padStart(2, '0')}.test.ts`);

/** Runs with so much time, each run taking `takes`; ms. */
async function runFor(time: number, takes: number) {
  const clock = { now: 0 };
  const runs: string[][] = [];
  const counts = await runInFirefox({
    async run(batch) {
      runs.push(batch);
      clock.now += takes;
      return { passed: batch.length, failed: 0, skipped: 0 };
    },
    timeLeft: () => time - clock.now,
    now: () => clock.now,
    files,
  });
  return { runs, counts };
}

describe('the suite in Firefox', () => {
  it('runs every file once where there is time', async () => {
    const { runs, counts } = await runFor(10_000_000, 60_000);
    expect(runs.flat()).toEqual(files.map((file) => `tests/e2e/${file}`));
    expect(counts).toEqual({ passed: 14, failed: 0, skipped: 0 });
  });

  it('begins nothing there may be no time to end, and counts what is left as skipped', async () => {
    vi.spyOn(console, 'log').mockReturnValueOnce();
    const { runs, counts } = await runFor(500_000, 300_000);
    expect(runs).toHaveLength(1);
    expect(counts).toEqual({ passed: 6, failed: 0, skipped: 8 });
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining('file-06.test.ts'));
  });

  it('begins with what the browser has the most part in, and ends with what takes minutes', () => {
    const some = ['accessibility.test.ts', 'badge.test.ts', 'smoke.test.ts', 'firefox-reading-list.test.ts'];
    expect(inOrder(some)).toEqual([
      'firefox-reading-list.test.ts',
      'smoke.test.ts',
      'badge.test.ts',
      'accessibility.test.ts',
    ]);
  });
});
