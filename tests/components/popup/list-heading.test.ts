import { describe, expect, it } from 'vitest';
import { listHeading } from '../../../components/popup/list-heading';
import type { DailyList } from '../../../lib/store/daily-list';
import { dailyList, now } from './popup-fixtures';

const heading = (fields: Partial<DailyList>, at?: number) =>
  listHeading(dailyList(fields), at).replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('the heading of a list', () => {
  it.each([
    ['a day of this year', { day: '2026-06-12' }, 'Fri, Jun 12'],
    ['a day of another year', { day: '2025-06-12' }, 'Thu, Jun 12, 2025'],
    ['a week', { query: { view: 'week', week: '2026-W24' } }, 'Jun 8 – 12'],
    ['a week in two months', { query: { view: 'week', week: '2026-W27' } }, 'Jun 29 – Jul 3'],
    ['a week of another year', { query: { view: 'week', week: '2025-W24' } }, 'Jun 9 – 13, 2025'],
    ['a month', { query: { view: 'month', month: '2026-11' } }, 'November 2026'],
    ['trending papers', { query: { view: 'trending' } }, 'Trending'],
    ['papers for the reader', { query: { view: 'for-you' } }, 'For you'],
    ['the starter feed', { source: 'starter', day: undefined }, 'Starter feed'],
    ['a list without a day', { day: undefined }, 'Daily Papers'],
    ['text that is no day', { day: 'soon' }, 'soon'],
  ] as [string, Partial<DailyList>, string][])('of %s', (_, fields, text) => {
    expect(heading(fields, now)).toBe(text);
  });

  it('names every year where nobody says which one it is', () => {
    expect(heading({ day: '2026-06-12' })).toBe('Fri, Jun 12, 2026');
    expect(heading({ query: { view: 'week', week: '2026-W24' } })).toBe('Jun 8 – 12, 2026');
  });
});
