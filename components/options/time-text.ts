// Times in the lists of the options page. Pure but for the language and the time zone.
import { textLanguage } from '../../lib/text/translate';

/** To the second, with the date where it was not today. Both in ms since 1970. */
export function timeText(time: number, now: number): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(textLanguage(), {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  });
  return format.format(time);
}

/** `2026-11` → `November 2026`; text that is no month comes back as it is. */
export function monthText(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return new Intl.DateTimeFormat(textLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}
