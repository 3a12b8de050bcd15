// Which list of papers a reader asks for. Types and names only; the calendar is in feed-period.ts.
import type { FeedDay } from './paper';

/** A week from Monday, ISO 8601: `2026-W48`. */
export type FeedWeek = string;

/** A month of the calendar: `2026-11`. */
export type FeedMonth = string;

export const listViews = ['day', 'week', 'month', 'trending', 'for-you'] as const;

export type ListView = (typeof listViews)[number];

export type ListQuery =
  /** Without a day: the newest cached one that has papers. */
  | { view: 'day'; day?: FeedDay }
  | { view: 'week'; week: FeedWeek }
  | { view: 'month'; month: FeedMonth }
  | { view: 'trending' }
  | { view: 'for-you' };

/** The lists the feed makes itself; days come by the sync plan, and what is for the reader is found on the reader's machine. */
export type FeedListQuery = Extract<ListQuery, { view: 'week' | 'month' | 'trending' }>;

/** By what a list of the feed is kept: `week=2026-W48`, `month=2026-11`, `trending`. */
export function feedListName(query: FeedListQuery): string {
  if (query.view === 'week') return `week=${query.week}`;
  return query.view === 'month' ? `month=${query.month}` : 'trending';
}
