import { describe, expect, it } from 'vitest';
import { chooseNotices, type ListState } from '../../../components/popup/choose-notices';
import type { DailyList } from '../../../lib/store/daily-list';
import { dailyList, nothingCached, now } from './popup-fixtures';

const state = (fields: Partial<ListState>): ListState => ({
  list: dailyList(),
  online: true,
  busy: false,
  ...fields,
});

const timeout = { code: 'timeout', detail: 'after 20 s' } as const;
const diskFull = { code: 'disk-full', detail: '' } as const;
const emptyDay = dailyList({
  day: '2026-06-13',
  previousDay: '2026-06-12',
  nextDay: '2026-06-16',
  papers: [],
});
const uncachedDay: DailyList = { ...emptyDay, source: 'none', fetchedAt: undefined };

describe('what is said above the papers', () => {
  it.each<[string, Partial<ListState>, object[]]>([
    ['nothing, when all is well', {}, []],
    [
      'offline, and of when the papers are',
      { online: false },
      [{ kind: 'offline', unreachable: false, day: '2026-06-12', fetchedAt: now - 7_200_000 }],
    ],
    ['why a refresh failed', { failure: timeout }, [{ kind: 'failed', failure: timeout }]],
    [
      'that the feed cannot be reached, although the browser takes itself for online',
      { failure: { code: 'offline', detail: '' } },
      [{ kind: 'offline', unreachable: true, day: '2026-06-12', fetchedAt: now - 7_200_000 }],
    ],
    ['that the disk is full, offline or not', { failure: diskFull, online: false }, [{ kind: 'disk-full' }]],
    ['nothing while the feed is being asked again', { failure: timeout, busy: true }, []],
    [
      'a failed sync, with the time of the next',
      { list: dailyList({ sync: { lastSuccessAt: 1, lastFailure: { ...timeout, at: 2 }, retryAt: 3 } }) },
      [{ kind: 'failed', failure: { ...timeout, at: 2 }, retryAt: 3 }],
    ],
    [
      'nothing about a failure that a success came after',
      { list: dailyList({ sync: { lastSuccessAt: 3, lastFailure: { ...timeout, at: 2 } } }) },
      [],
    ],
    [
      'that this is the starter feed',
      { list: dailyList({ source: 'starter' }) },
      [{ kind: 'starter', papers: 3 }],
    ],
    [
      'that items of the day are missing',
      { list: dailyList({ leftOut: 8_000 }) },
      [{ kind: 'left-out', items: 8_000 }],
    ],
    [
      'trouble before the starter feed',
      { list: dailyList({ source: 'starter' }), failure: timeout },
      [
        { kind: 'failed', failure: timeout },
        { kind: 'starter', papers: 3 },
      ],
    ],
  ])('is %s', (_, fields, bars) => expect(chooseNotices(state(fields))).toEqual({ bars }));
});

describe('what stands in place of the papers', () => {
  it.each<[string, Partial<ListState>, object]>([
    ['nothing cached yet', { list: nothingCached }, { kind: 'nothing-cached' }],
    ['the first fetch', { list: nothingCached, busy: true }, { kind: 'fetching' }],
    [
      'offline with nothing to show',
      { list: nothingCached, online: false },
      { kind: 'offline', unreachable: false },
    ],
    [
      'a failure with nothing to show',
      { list: nothingCached, failure: timeout },
      { kind: 'failed', failure: timeout },
    ],
    ['a store that cannot be read', { list: { ...nothingCached, failure: diskFull } }, { kind: 'disk-full' }],
    [
      'an empty day, with the nearest cached one',
      { list: emptyDay },
      { kind: 'nothing-on-day', day: '2026-06-13', nearest: '2026-06-12' },
    ],
    [
      'an empty day after the last',
      { list: { ...emptyDay, nextDay: undefined } },
      { kind: 'nothing-on-day', day: '2026-06-13', nearest: '2026-06-12' },
    ],
    [
      'an empty day nearer to the next',
      { list: { ...emptyDay, previousDay: '2026-06-01' } },
      { kind: 'nothing-on-day', day: '2026-06-13', nearest: '2026-06-16' },
    ],
    ['a day on its way', { list: uncachedDay, busy: true }, { kind: 'fetching', day: '2026-06-13' }],
    [
      'a day that is not cached, offline',
      { list: uncachedDay, online: false },
      { kind: 'offline', unreachable: false, day: '2026-06-13' },
    ],
    ['a day that nobody has asked for', { list: uncachedDay }, { kind: 'nothing-cached', day: '2026-06-13' }],
    [
      'a day that failed to come',
      { list: uncachedDay, failure: timeout },
      { kind: 'failed', failure: timeout },
    ],
  ])('is %s', (_, fields, instead) => expect(chooseNotices(state(fields)).instead).toEqual(instead));

  it('is an empty day with the trouble above it', () => {
    const { bars, instead } = chooseNotices(state({ list: emptyDay, failure: timeout }));
    expect([bars[0]?.kind, instead?.kind]).toEqual(['failed', 'nothing-on-day']);
  });
});
