import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backfillPerRun, type KnownDay, type PlannedDay, planSync } from '../../lib/feed/sync-plan';
import { addDays, daysBetween, feedDayOf, firstFeedDay, isWeekday } from '../../lib/papers/feed-day';

const minute = 60_000;
const hour = 60 * minute;
const at = (time: string) => Date.parse(time);

/** A Friday. */
const friday = at('2026-06-12T12:00:00Z');

const names = (plan: PlannedDay[]) => plan.map(({ day, reason }) => `${reason} ${day}`);

/** Every weekday back to the horizon, fetched at `fetchedAt`. */
function everything(now: number, horizonDays: number, fetchedAt = now): KnownDay[] {
  const today = feedDayOf(now) ?? '';
  const days = Array.from({ length: horizonDays + 1 }, (_, age) => addDays(today, -age));
  return days.filter((day) => isWeekday(day) && day >= firstFeedDay).map((day) => ({ day, fetchedAt }));
}

/** Everything fresh but some days, which are as given. */
function allBut(now: number, ...others: KnownDay[]): KnownDay[] {
  const changed = new Map(others.map((other) => [other.day, other]));
  return everything(now, 30).map((day) => changed.get(day.day) ?? day);
}

describe('the first run after the installation', () => {
  it('fetches today, then back 30 days, newest first, then a few days beyond', () => {
    const plan = planSync({ days: [], now: friday, horizonDays: 90 });
    expect(names(plan).slice(0, 4)).toEqual([
      'newest 2026-06-12',
      'missing 2026-06-11',
      'missing 2026-06-10',
      'missing 2026-06-09',
    ]);
    const days = plan.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    expect(plan.filter(({ reason }) => reason === 'missing').at(-1)?.day).toBe('2026-05-13');
    expect(names(plan.filter(({ reason }) => reason === 'backfill'))).toEqual([
      'backfill 2026-05-12',
      'backfill 2026-05-11',
      'backfill 2026-05-08',
      'backfill 2026-05-07',
      'backfill 2026-05-06',
    ]);
  });

  it('begins at the weekend with Friday', () => {
    for (const day of ['2026-06-13', '2026-06-14']) {
      const [first] = planSync({ days: [], now: at(`${day}T08:00:00Z`), horizonDays: 30 });
      expect(first).toEqual({ day: '2026-06-12', reason: 'newest' });
    }
  });

  it('goes no further back than the horizon', () => {
    const plan = planSync({ days: [], now: friday, horizonDays: 30 });
    expect(plan.at(-1)).toEqual({ day: '2026-05-13', reason: 'missing' });
  });

  it('goes no further back than the feed', () => {
    const plan = planSync({ days: [], now: at('2023-05-09T12:00:00Z'), horizonDays: 90 });
    expect(plan.map(({ day }) => day)).toEqual(['2023-05-09', '2023-05-08', '2023-05-05', '2023-05-04']);
    expect(planSync({ days: [], now: at('2023-05-01T00:00:00Z'), horizonDays: 90 })).toEqual([]);
  });
});

describe('today', () => {
  it.each([
    [59 * minute, []],
    [60 * minute, ['newest 2026-06-12']],
  ])('is fetched again when its last fetch is %i ms old: %j', (age, plan) => {
    const days = allBut(friday, { day: '2026-06-12', fetchedAt: friday - age });
    expect(names(planSync({ days, now: friday, horizonDays: 30 }))).toEqual(plan);
  });

  it('comes before everything that is missing', () => {
    const days = [{ day: '2026-06-12', fetchedAt: friday - 2 * hour }];
    expect(names(planSync({ days, now: friday, horizonDays: 30 })).slice(0, 2)).toEqual([
      'newest 2026-06-12',
      'missing 2026-06-11',
    ]);
  });
});

describe('earlier days', () => {
  const monday = at('2026-06-15T12:00:00Z');
  const sunday = at('2026-06-14T12:00:00Z');

  it.each([
    ['yesterday', friday, '2026-06-11', 6],
    ['Friday on Monday', monday, '2026-06-12', 6],
    ['Friday on Sunday', sunday, '2026-06-12', 6],
    ['Thursday on Sunday', sunday, '2026-06-11', 24],
    ['the day before yesterday', friday, '2026-06-10', 24],
    ['the day a week ago', friday, '2026-06-05', 24],
  ])('%s is fetched again after some hours', (_name, now, day, hours) => {
    const plan = (age: number) =>
      names(planSync({ days: allBut(now, { day, fetchedAt: now - age }), now, horizonDays: 30 }));
    expect(plan(hours * hour - 1)).toEqual([]);
    expect(plan(hours * hour)).toEqual([`stale ${day}`]);
  });

  it('that were last fetched in their first week get one more fetch, and then rest', () => {
    const day = '2026-06-01';
    const plan = (fetchedAt: number) =>
      names(planSync({ days: allBut(friday, { day, fetchedAt }), now: friday, horizonDays: 30 }));
    expect(plan(at('2026-06-07T23:59:59Z'))).toEqual(['stale 2026-06-01']);
    expect(plan(at('2026-06-08T00:00:00Z'))).toEqual([]);
  });

  it('that are missing come before those that are stale, and backfill comes last', () => {
    const now = friday;
    const days = everything(now, 60)
      .filter(({ day }) => day !== '2026-06-02' && day > '2026-05-01')
      .map((known) => (known.day === '2026-06-10' ? { ...known, fetchedAt: now - 30 * hour } : known));
    expect(names(planSync({ days, now, horizonDays: 45 }))).toEqual([
      'missing 2026-06-02',
      'stale 2026-06-10',
      'backfill 2026-05-01',
      'backfill 2026-04-30',
      'backfill 2026-04-29',
      'backfill 2026-04-28',
    ]);
  });

  it('beyond 30 days come as slowly as one says', () => {
    const days = everything(friday, 30);
    expect(planSync({ days, now: friday, horizonDays: 90 })).toHaveLength(backfillPerRun);
    expect(planSync({ days, now: friday, horizonDays: 90, backfill: 2 })).toHaveLength(2);
    expect(planSync({ days, now: friday, horizonDays: 90, backfill: 0 })).toEqual([]);
  });

  it('fetched by a clock that was ahead are fetched again', () => {
    const days = allBut(friday, { day: '2026-05-20', fetchedAt: friday + 24 * hour });
    expect(names(planSync({ days, now: friday, horizonDays: 30 }))).toEqual(['stale 2026-05-20']);
  });
});

describe('a day that failed', () => {
  const failed = (failures: number, failedAt: number) =>
    allBut(friday, { day: '2026-06-10', fetchedAt: 0, failures, failedAt });
  const plan = (days: KnownDay[]) => names(planSync({ days, now: friday, horizonDays: 30 }));

  it.each([
    [1, 10],
    [2, 20],
    [6, 320],
    [7, 360],
    [5_000, 360],
  ])('%i times rests for %i minutes', (failures, minutes) => {
    expect(plan(failed(failures, friday - minutes * minute + 1))).toEqual([]);
    expect(plan(failed(failures, friday - minutes * minute))).toEqual(['missing 2026-06-10']);
  });

  it('is still missing after its rest', () => {
    expect(plan(failed(1, friday - hour))).toEqual(['missing 2026-06-10']);
  });

  it('in the future, by a clock that was ahead, does not rest', () => {
    expect(plan(failed(1, friday + hour))).toEqual(['missing 2026-06-10']);
  });

  it('stands back when it is today, too', () => {
    const days = allBut(friday, { day: '2026-06-12', fetchedAt: 0, failures: 1, failedAt: friday });
    expect(plan(days)).toEqual([]);
  });
});

describe('the plan of a regular sync, for which nobody waits', () => {
  const plan = (days: KnownDay[], askedAt?: number, now = friday) =>
    names(planSync({ days, now, horizonDays: 30, regular: { askedAt } }));

  it('has one of the days that are stored, the one most overdue for what it is', () => {
    const days = allBut(
      friday,
      { day: '2026-06-12', fetchedAt: friday - 70 * minute },
      { day: '2026-06-11', fetchedAt: friday - 8 * hour },
      { day: '2026-06-09', fetchedAt: friday - 26 * hour },
    );
    expect(plan(days)).toEqual(['stale 2026-06-11']);
    expect(planSync({ days, now: friday, horizonDays: 30 })).toHaveLength(3);
  });

  it('has the newest of those that are overdue by their whole time: today is not passed over for long', () => {
    const days = allBut(
      friday,
      { day: '2026-06-12', fetchedAt: friday - 2 * hour },
      { day: '2026-06-11', fetchedAt: friday - 90 * hour },
      { day: '2026-06-01', fetchedAt: friday - 200 * hour },
    );
    expect(plan(days)).toEqual(['newest 2026-06-12']);
  });

  it('is empty when nothing is due', () => {
    expect(plan(allBut(friday))).toEqual([]);
  });

  it.each([
    [60 * minute - 1, []],
    [60 * minute, ['newest 2026-06-12']],
    // A clock that was wrong.
    [-hour, ['newest 2026-06-12']],
  ])('%i ms after the feed was last asked is %j', (ago, expected) => {
    const days = allBut(friday, { day: '2026-06-12', fetchedAt: friday - 2 * hour });
    expect(plan(days, friday - ago)).toEqual(expected);
  });

  it('has all that is missing, however short ago the feed was asked, and then nothing that is stored', () => {
    const days = allBut(friday, { day: '2026-06-11', fetchedAt: friday - 40 * hour }).filter(
      ({ day }) => day !== '2026-06-12' && day !== '2026-06-10',
    );
    expect(plan(days, friday)).toEqual(['newest 2026-06-12', 'missing 2026-06-10']);
  });

  it('has a day that failed only when its rest and the hour are over, and nothing else is missing', () => {
    const failed = { day: '2026-06-10', fetchedAt: 0, failures: 1, failedAt: friday - hour };
    expect(plan(allBut(friday, failed), friday - hour)).toEqual(['missing 2026-06-10']);
    expect(plan(allBut(friday, failed), friday - hour + 1)).toEqual([]);
    expect(plan(allBut(friday, { ...failed, failedAt: friday }), friday - hour)).toEqual([]);
    const days = allBut(friday, failed).filter(({ day }) => day !== '2026-06-09');
    expect(plan(days, friday - hour)).toEqual(['missing 2026-06-09']);
  });
});

describe('any plan', () => {
  const time = fc.integer({ min: at('2023-05-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
  const horizon = fc.constantFrom(30, 90, 180, 365);
  const input = fc.record({ now: time, horizonDays: horizon }).chain(({ now, horizonDays }) =>
    fc.record({
      now: fc.constant(now),
      horizonDays: fc.constant(horizonDays),
      days: fc.uniqueArray(
        fc.record({
          day: fc.integer({ min: -5, max: 400 }).map((age) => addDays(feedDayOf(now) ?? '', -age)),
          fetchedAt: fc.oneof(
            fc.constant(0),
            fc.integer({ min: now - 40 * 24 * hour, max: now + 48 * hour }),
          ),
          failures: fc.option(fc.nat(20), { nil: undefined }),
          failedAt: fc.option(fc.integer({ min: now - 24 * hour, max: now + hour }), { nil: undefined }),
        }),
        { selector: ({ day }) => day, maxLength: 60 },
      ),
    }),
  );

  it('names weekdays between horizon and today only, none twice, few of them backfill', () => {
    fc.assert(
      fc.property(input, ({ now, horizonDays, days }) => {
        const today = feedDayOf(now) ?? '';
        const plan = planSync({ days, now, horizonDays });
        expect(new Set(plan.map(({ day }) => day)).size).toBe(plan.length);
        expect(plan.filter(({ reason }) => reason === 'backfill').length).toBeLessThanOrEqual(backfillPerRun);
        for (const { day } of plan) {
          expect(isWeekday(day)).toBe(true);
          expect(day >= firstFeedDay).toBe(true);
          expect(daysBetween(day, today)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(day, today)).toBeLessThanOrEqual(horizonDays);
        }
      }),
    );
  });

  it('is empty when everything is fresh', () => {
    fc.assert(
      fc.property(time, horizon, (now, horizonDays) => {
        expect(planSync({ days: everything(now, horizonDays), now, horizonDays })).toEqual([]);
      }),
    );
  });

  it('carried out step by step comes to an end, with every weekday up to the horizon stored', () => {
    fc.assert(
      fc.property(input, ({ now, horizonDays, days }) => {
        const stored = new Map(days.map((day) => [day.day, { ...day, failures: 0 } as KnownDay]));
        const wanted = everything(now, horizonDays).map(({ day }) => day);
        let steps = 0;
        for (;;) {
          const [next] = planSync({ days: [...stored.values()], now, horizonDays });
          if (!next) break;
          stored.set(next.day, { day: next.day, fetchedAt: now });
          steps += 1;
          expect(steps).toBeLessThanOrEqual(wanted.length);
        }
        expect(wanted.filter((day) => !stored.get(day)?.fetchedAt)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 30_000);
});
