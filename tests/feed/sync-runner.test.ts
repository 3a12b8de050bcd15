import { describe, expect, it } from 'vitest';
import type { SyncReport } from '../../lib/feed/sync';
import { createSyncRunner } from '../../lib/feed/sync-runner';

/** Runs that end when they are told to; each has taken the days asked for at its beginning. */
function makeRuns() {
  const runs: {
    first: string[];
    isRegular: () => boolean;
    end(report?: Partial<SyncReport>): void;
  }[] = [];
  const run = (first: string[], isRegular: () => boolean) =>
    new Promise<SyncReport>((resolve) => {
      const taken = first.splice(0);
      runs.push({ first: taken, isRegular, end: (report) => resolve({ fetched: taken, ...report }) });
    });
  return { runs, sync: createSyncRunner(run) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('syncs of one worker', () => {
  it('that are asked for at the same time are one', async () => {
    const { runs, sync } = makeRuns();
    const reports = [sync(), sync(), sync()];
    expect(runs).toHaveLength(1);
    runs[0]?.end({ fetched: ['2026-06-12'] });
    for (const report of reports) expect(await report).toEqual({ fetched: ['2026-06-12'] });
  });

  it('follow each other when the last one has ended', async () => {
    const { runs, sync } = makeRuns();
    const first = sync();
    runs[0]?.end();
    await first;
    void sync();
    expect(runs).toHaveLength(2);
  });

  it('fetch a day that was asked for too late for the run it joined', async () => {
    const { runs, sync } = makeRuns();
    const first = sync('2026-06-12');
    const late = sync('2026-06-10');
    void sync('2026-06-10');
    runs[0]?.end();
    await settled();
    expect(runs[1]?.first).toEqual(['2026-06-10']);
    runs[1]?.end();
    expect(await late).toEqual({ fetched: ['2026-06-12', '2026-06-10'] });
    expect(await first).toEqual(await late);
  });

  it('forget what was asked for when the run failed, and start afresh', async () => {
    const { runs, sync } = makeRuns();
    void sync();
    const late = sync('2026-06-10');
    const failure = new Error('offline');
    runs[0]?.end({ failure });
    expect((await late).failure).toBe(failure);
    expect(runs).toHaveLength(1);
    void sync();
    expect(runs[1]?.first).toEqual([]);
  });

  it('are regular only where nobody waits for them', async () => {
    const { runs, sync } = makeRuns();
    const regular = sync(undefined, true);
    expect(runs[0]?.isRegular()).toBe(true);
    runs[0]?.end();
    await regular;
    void sync();
    expect(runs[1]?.isRegular()).toBe(false);
  });

  it('become irregular as soon as somebody who waits joins, and look once more in case it was too late', async () => {
    const { runs, sync } = makeRuns();
    const reports = [sync(undefined, true), sync(), sync(undefined, true)];
    expect(runs).toHaveLength(1);
    expect(runs[0]?.isRegular()).toBe(false);
    runs[0]?.end({ fetched: ['2026-06-12'] });
    await settled();
    expect(runs[1]?.isRegular()).toBe(false);
    runs[1]?.end({ fetched: ['2026-06-11'] });
    expect(await Promise.all(reports)).toEqual(
      reports.map(() => ({ fetched: ['2026-06-12', '2026-06-11'] })),
    );
  });

  it('are regular again after one that was not', async () => {
    const { runs, sync } = makeRuns();
    const first = sync();
    runs[0]?.end();
    await first;
    void sync(undefined, true);
    expect(runs[1]?.isRegular()).toBe(true);
  });
});
