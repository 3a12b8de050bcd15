// What the popup says about its list, and where: a bar above papers, or in their place. Pure; draws nothing.
import { daysBetween } from '../../lib/papers/feed-day';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import type { Failure } from '../page/failure-text';

export type NoticeContent =
  | { kind: 'nothing-cached'; day?: FeedDay }
  | { kind: 'fetching'; day?: FeedDay }
  | { kind: 'fetching-list' }
  /** `unreachable`: the browser takes itself for online, but the feed cannot be reached. */
  | { kind: 'offline'; unreachable: boolean; day?: FeedDay; fetchedAt?: number }
  | { kind: 'failed'; failure: Failure; retryAt?: number }
  | { kind: 'nothing-on-day'; day: FeedDay; nearest?: FeedDay }
  | { kind: 'disk-full' }
  /** Of a week, a month or the trending papers: the feed has none, or none was ever fetched. */
  | { kind: 'nothing-listed' }
  | { kind: 'nothing-kept' }
  /** Nothing the reader saved or opened has anything near it. */
  | { kind: 'for-you' }
  /** Only unseen papers are wanted, and the reader has seen all of these. */
  | { kind: 'all-seen'; papers: number }
  | { kind: 'starter'; papers: number }
  /** Items of the day that the feed sent and that are not in the list. */
  | { kind: 'left-out'; items: number };

export interface ListState {
  list: DailyList;
  online: boolean;
  /** The feed is being asked right now. */
  busy: boolean;
  /** What the last refresh from this popup was rejected with. */
  failure?: Failure;
  /** How many of the papers are shown, where not all are; default: all. */
  shown?: number;
}

/** The failure that still holds: of this popup's own refresh, of the day or the store, or of a sync no success came after. */
function standingFailure({ list, failure }: ListState): Failure | undefined {
  const { lastFailure, lastSuccessAt = 0 } = list.sync;
  return failure ?? list.failure ?? (lastFailure && lastFailure.at > lastSuccessAt ? lastFailure : undefined);
}

function failureNotice(state: ListState): NoticeContent | undefined {
  const failure = standingFailure(state);
  const { fetchedAt, day, sync } = state.list;
  if (failure?.code === 'disk-full') return { kind: 'disk-full' };
  if (!state.online || failure?.code === 'offline') {
    return { kind: 'offline', unreachable: state.online, day, fetchedAt };
  }
  return failure && { kind: 'failed', failure, retryAt: sync.retryAt };
}

/** Of the cached days on both sides the one fewer days away; the earlier one of two. */
function nearestDay({ day, previousDay, nextDay }: DailyList): FeedDay | undefined {
  if (!day || !previousDay || !nextDay) return previousDay ?? nextDay;
  return daysBetween(previousDay, day) <= daysBetween(day, nextDay) ? previousDay : nextDay;
}

/** In place of a list that is no day's. */
function emptyList({ list, busy }: ListState, trouble: NoticeContent | undefined): NoticeContent {
  if (list.query.view === 'for-you') return { kind: 'for-you' };
  if (list.fetchedAt !== undefined) return { kind: 'nothing-listed' };
  return busy ? { kind: 'fetching-list' } : (trouble ?? { kind: 'nothing-kept' });
}

/** Bars stand above the list, at most one of a kind; `instead` stands where the papers would be. */
export function chooseNotices(state: ListState): { bars: NoticeContent[]; instead?: NoticeContent } {
  const { list, busy } = state;
  const { source, day, papers, fetchedAt } = list;
  const trouble = busy ? undefined : failureNotice(state);
  if (papers.length > 0) {
    const bars: NoticeContent[] = source === 'starter' ? [{ kind: 'starter', papers: papers.length }] : [];
    if (list.leftOut) bars.push({ kind: 'left-out', items: list.leftOut });
    return {
      bars: trouble ? [trouble, ...bars] : bars,
      ...(state.shown === 0 && { instead: { kind: 'all-seen', papers: papers.length } }),
    };
  }
  if (list.query.view !== 'day') {
    const instead = emptyList(state, trouble);
    return { bars: trouble && trouble !== instead ? [trouble] : [], instead };
  }
  if (day && fetchedAt !== undefined) {
    const instead: NoticeContent = { kind: 'nothing-on-day', day, nearest: nearestDay(list) };
    return { bars: trouble ? [trouble] : [], instead };
  }
  if (busy) return { bars: [], instead: { kind: 'fetching', day } };
  return { bars: [], instead: trouble ?? { kind: 'nothing-cached', day } };
}
