// Numbers, days and ages as they are written in the language of the texts. Pure but for that language and the time zone.
import { t, textLanguage } from './translate';

/** Made once, when first needed: making one costs more than a row of the popup. */
let counts: Intl.NumberFormat | undefined;
let numbers: Intl.NumberFormat | undefined;

/** 1234 → `1.2K`, in the reader's language. */
export function formatCount(count: number): string {
  counts ??= new Intl.NumberFormat(textLanguage(), { notation: 'compact', maximumFractionDigits: 1 });
  return counts.format(count);
}

/** 12345 → `12,345`, in the reader's language. */
export function formatNumber(count: number): string {
  numbers ??= new Intl.NumberFormat(textLanguage());
  return numbers.format(count);
}

/** The hour and minute of `time` (ms since 1970) here: `8:05 AM`. */
export const formatTime = (time: number): string =>
  new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short' }).format(time);

/** `2026-06-12` → `Jun 12` in this year, `Jun 12, 2025` otherwise; text that is no day comes back as it is. */
export function formatDay(day: string, now: number = Date.now()): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const thisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat(textLanguage(), {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How long ago `time` (ms) was: `2 hr. ago`, `just now` for less than a minute or a time in the future. */
export function formatAge(time: number, now: number = Date.now()): string {
  const age = now - time;
  const step = steps.find(({ ms }) => age >= ms);
  if (!step) return t('justNow');
  return new Intl.RelativeTimeFormat(textLanguage(), { style: 'short' }).format(
    -Math.floor(age / step.ms),
    step.unit,
  );
}
