import { describe, expect, it } from 'vitest';
import { isRefreshDue } from '../../lib/related/refresh-lists';
import { hour, now } from '../store/stored-papers';

describe('making the lists anew', () => {
  const state = (fields: object) => ({
    format: 1,
    revision: 1,
    papers: 1_000,
    sums: { index: 0, sequences: 0, lists: 0 },
    changed: 0,
    refreshedAt: now,
    ...fields,
  });
  const cases: [when: string, fields: object, due: boolean][] = [
    ['nothing has changed', {}, false],
    ['nothing has changed for a year', { refreshedAt: now - 9_000 * hour }, false],
    ['one paper has changed just now', { changed: 1 }, false],
    [
      'one paper has changed, and yesterday was the last time',
      { changed: 1, refreshedAt: now - 20 * hour },
      true,
    ],
    ['a little less than 1 in 50 have changed', { changed: 19 }, false],
    ['1 in 50 have changed', { changed: 20 }, true],
    ['all have changed', { changed: 1_000, refreshedAt: 0 }, true],
    ['the last paper has gone', { changed: 1, papers: 0 }, true],
    ['it is under way', { refresh: { list: 'closest', slot: 0 } }, true],
    ['the clock was set back by a week', { changed: 1, refreshedAt: now + 168 * hour }, true],
    ['the clock was set back by an hour', { changed: 1, refreshedAt: now + hour }, false],
  ];
  it.each(cases)('when %s: %o %s', (_when, fields, due) => {
    expect(isRefreshDue(state(fields), now)).toBe(due);
  });
});
