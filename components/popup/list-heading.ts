// What stands above a list: its day, week or month as the reader's language writes them. Pure but for the locale of the machine.
import { daysOfWeek } from '../../lib/papers/feed-period';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { t, textLanguage } from '../../lib/text/translate';
import { monthName } from '../calendar/month-name';

const dateOf = (day: FeedDay) => new Date(`${day}T00:00:00Z`);

/** With the year when it is not this one, or when `now` is left out. */
function dayForm(year: number, now?: number): Intl.DateTimeFormatOptions {
  const isThisYear = now !== undefined && year === new Date(now).getUTCFullYear();
  return { month: 'short', day: 'numeric', timeZone: 'UTC', ...(isThisYear ? {} : { year: 'numeric' }) };
}

function dayHeading(day: FeedDay, now?: number): string {
  const date = dateOf(day);
  if (Number.isNaN(date.getTime())) return day;
  const form = { weekday: 'short', ...dayForm(date.getUTCFullYear(), now) } as const;
  return new Intl.DateTimeFormat(textLanguage(), form).format(date);
}

function weekHeading(week: string, now?: number): string {
  const days = daysOfWeek(week).map(dateOf);
  const [monday = new Date(0), friday = monday] = [days[0], days.at(-1)];
  return new Intl.DateTimeFormat(textLanguage(), dayForm(friday.getUTCFullYear(), now)).formatRange(
    monday,
    friday,
  );
}

/** `Fri, Jun 12`, `Nov 23 – 27`, `November 2026`, or the name of the view. `now` in ms since 1970; without it every year is named. */
export function listHeading({ query, source, day }: DailyList, now?: number): string {
  switch (query.view) {
    case 'week':
      return weekHeading(query.week, now);
    case 'month':
      return monthName(query.month);
    case 'trending':
      return t('viewTrending');
    case 'for-you':
      return t('viewForYou');
    default:
      if (source === 'starter') return t('starterFeed');
      return day ? dayHeading(day, now) : t('popupDailyPapers');
  }
}
