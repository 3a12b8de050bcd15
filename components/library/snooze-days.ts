// Days until which an entry can be put out of sight. Pure; days are `YYYY-MM-DD` by the reader's own calendar.

import { addDays, isFeedDay } from '../../lib/papers/feed-day';
import type { ReadingEntry } from '../../lib/papers/reading-entry';

export const snoozeSteps = ['tomorrow', 'week', 'month'] as const;
export type SnoozeStep = (typeof snoozeSteps)[number];

/** The day of a time (ms since 1970) where the reader is. */
export function localDay(now: number): string {
  const date = new Date(now);
  return dayText(date.getFullYear(), date.getMonth(), date.getDate());
}

const dayText = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Whether the entry is out of sight; on the day itself it is back. */
export function isSnoozed({ snoozedUntil }: Pick<ReadingEntry, 'snoozedUntil'>, today: string): boolean {
  return snoozedUntil !== undefined && snoozedUntil > today;
}

/** One day, seven days, or one month after `today`; of a month too short for that its last day. */
export function snoozeDay(step: SnoozeStep, today: string): string {
  if (step !== 'month') return addDays(today, step === 'week' ? 7 : 1);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const daysOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayText(year, month, Math.min(day, daysOfNext));
}

/** Whether `text`, as a date input gives it, is a day on which something can come back. */
export const isLaterDay = (text: string, today: string): boolean => isFeedDay(text) && text > today;
