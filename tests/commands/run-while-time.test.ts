import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { planBatches, runWhileTime } from './run-while-time.mjs';

const names = readdirSync(new URL('../e2e', import.meta.url));
const tests = names.filter((name) => name.endsWith('.test.ts')).sort();

afterEach(() => vi.restoreAllMocks());

/** Runs all batches with so much time, each of them taking `takes`; ms. */
async function runFor(time: number, takes: number) {
  vi.spyOn(console, 'log').mockReturnValue();
  let now = 0;
  const runs: string[] = [];
  const counts = await runWhileTime(planBatches(names), {
    async run({ project, files }) {
      runs.push(...files.map((file) => `${project}: ${file}`));
      now += takes;
      return { passed: files.length, failed: 0, skipped: 0 };
    },
    timeLeft: () => time - now,
  });
  return { runs, counts };
}

describe('the end-to-end suite', () => {
  it('is run once in each browser where there is time', async () => {
    const { runs, counts } = await runFor(7_200_000, 60_000);
    const all = ['e2e', 'e2e-firefox'].flatMap((project) => tests.map((file) => `${project}: ${file}`));
    expect(runs.toSorted()).toEqual(all.toSorted());
    expect(counts).toEqual({ passed: 2 * tests.length, failed: 0, skipped: 0 });
  });

  it('begins nothing there may be no time to end, and counts and names it', async () => {
    const { runs, counts } = await runFor(200_000, 100_000);
    expect(counts).toEqual({ passed: runs.length, failed: 0, skipped: 2 * tests.length - runs.length });
    expect(runs).toContain('e2e: smoke.test.ts');
    expect(runs).not.toContain('e2e-firefox: smoke.test.ts');
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining('accessibility.test.ts'));
  });

  it('has Firefox before what takes minutes', async () => {
    const { runs } = await runFor(250_000, 100_000);
    expect(runs).toContain('e2e-firefox: smoke.test.ts');
    expect(runs).not.toContain('e2e: accessibility.test.ts');
  });
});
