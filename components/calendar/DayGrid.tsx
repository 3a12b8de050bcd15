// The grid of a month in the small calendar: five columns of buttons, shaded by how strong the days were.
import { addDays, firstFeedDay } from '../../lib/papers/feed-day';
import { daysOfWeek, weekOf } from '../../lib/papers/feed-period';
import type { FeedMonth } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';
import { formatDay } from '../../lib/text/format';
import { t, textLanguage } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { type CachedDay, calendarWeeks, lastCalendarDay, strengthsOf } from './calendar-days';

interface DayGridProps {
  name: string;
  month: FeedMonth;
  /** The one day in the order of the tab key. */
  current: FeedDay;
  shown: FeedDay | undefined;
  cached: readonly CachedDay[];
  now: number;
  onDay(day: FeedDay): void;
}

/** `Nov 12: 43 papers, 812 upvotes`. */
function dayText(day: FeedDay, cached: CachedDay | undefined, now: number): string {
  const name = formatDay(day, now);
  if (!cached) return t('calendarNotCached', name);
  const papers = cached.papers === 1 ? t('popupOnePaper') : t('popupPapers', cached.papers);
  return cached.upvotes === undefined
    ? t('calendarDayPapers', name, papers)
    : t('calendarDay', name, papers, counted(cached.upvotes, 'calendarOneUpvote', 'calendarUpvotes'));
}

/** In any week: the names of the days are the same. */
const someWeek = daysOfWeek(weekOf(addDays(firstFeedDay, 7)));

function WeekdayNames() {
  const form = (weekday: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(textLanguage(), { weekday, timeZone: 'UTC' });
  const [short, long] = [form('narrow'), form('long')];
  return (
    <tr>
      {someWeek.map((day) => (
        <th key={day} scope="col" abbr={long.format(new Date(day))}>
          {short.format(new Date(day))}
        </th>
      ))}
    </tr>
  );
}

export function DayGrid({ name, month, current, shown, cached, now, onDay }: DayGridProps) {
  const known = new Map(cached.map((day) => [day.day, day]));
  const strengths = strengthsOf(cached);
  const last = lastCalendarDay(now);
  const today = new Date(now).toISOString().slice(0, 10);

  function dayButton(day: FeedDay) {
    const isOff = day > last || day < firstFeedDay;
    const text = dayText(day, known.get(day), now);
    return (
      <button
        type="button"
        class="calendar-day"
        data-strength={strengths.get(day)}
        aria-label={isOff ? formatDay(day, now) : text}
        title={isOff ? undefined : text}
        aria-current={day === today ? 'date' : undefined}
        aria-pressed={day === shown}
        aria-disabled={isOff}
        tabIndex={day === current ? 0 : -1}
        onClick={isOff ? undefined : () => onDay(day)}
      >
        {Number(day.slice(8))}
      </button>
    );
  }

  return (
    // biome-ignore lint/a11y: buttons in a grid, of which one is in the order of the tab key
    <table role="grid" aria-label={name}>
      <thead>
        <WeekdayNames />
      </thead>
      <tbody>
        {calendarWeeks(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, column) => (
              <td key={someWeek[column]}>{day && dayButton(day)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
