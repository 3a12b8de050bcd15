// How the upvotes of papers went, as far as they were watched from here. Pure: snapshots of a day in, points and gains out.
import type { FeedDay } from './paper';

/** One look at the feed. */
export interface UpvotePoint {
  /** ms since 1970 */
  at: number;
  upvotes: number;
}

/** The upvotes of a feed day's papers at some of the syncs that fetched it. */
export interface DayMomentum {
  day: FeedDay;
  /** The papers the numbers below are of, in the same order. */
  paperIds: string[];
  /** Oldest first. `upvotes` are those of `paperIds`; -1 for a paper that was not there then. */
  snapshots: { at: number; upvotes: number[] }[];
}

type Snapshot = DayMomentum['snapshots'][number];

const absent = -1;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Looks closer together than this (ms) say nothing more than one does. */
const closest = 30 * minute;

/** The most snapshots kept of a day: enough for a line some hundred pixels wide. */
export const maxSnapshots = 32;

/**
 * What is kept of a day after one more look at it, `at` ms since 1970. A look less than half an hour after the last takes its place,
 * unless that would leave more than an hour to the one before: a reader who refreshes all the time must not end with one point.
 * Snapshots from after `at` are dropped, because a clock that was wrong made them.
 */
export function addSnapshot(
  stored: DayMomentum | undefined,
  feedDay: FeedDay,
  papers: readonly { id: string; upvotes?: number }[],
  at: number,
): DayMomentum {
  const now = new Map<string, number>();
  for (const { id, upvotes } of papers) if (upvotes !== undefined) now.set(id, upvotes);
  const paperIds = [...new Set([...(stored?.paperIds ?? []), ...now.keys()])];
  const before = (stored?.snapshots ?? []).filter((snapshot) => snapshot.at < at);
  const last = before.at(-1);
  const lastButOne = before.at(-2);
  const replaces = last && at - last.at < closest && !(lastButOne && at - lastButOne.at > 2 * closest);
  const kept = (replaces ? before.slice(0, -1) : before).map((snapshot) => ({
    at: snapshot.at,
    upvotes: paperIds.map((_, position) => snapshot.upvotes[position] ?? absent),
  }));
  const newest = { at, upvotes: paperIds.map((id) => now.get(id) ?? absent) };
  return { day: feedDay, paperIds, snapshots: thinned([...kept, newest]) };
}

/** At most `maxSnapshots`: time and again the inner one goes whose neighbours are closest to each other. First and last stay. */
function thinned(snapshots: Snapshot[]): Snapshot[] {
  const kept = [...snapshots];
  while (kept.length > maxSnapshots) {
    let least = 1;
    let span = Number.POSITIVE_INFINITY;
    for (let inner = 1; inner < kept.length - 1; inner++) {
      const between = (kept[inner + 1]?.at ?? 0) - (kept[inner - 1]?.at ?? 0);
      if (between < span) [least, span] = [inner, between];
    }
    kept.splice(least, 1);
  }
  return kept;
}

/** The looks at one paper, oldest first; [] where it was never looked at. */
export function historyOf(stored: DayMomentum, id: string): UpvotePoint[] {
  const position = stored.paperIds.indexOf(id);
  if (position < 0) return [];
  return stored.snapshots.flatMap(({ at, upvotes }) => {
    const seen = upvotes[position] ?? absent;
    return seen === absent ? [] : [{ at, upvotes: seen }];
  });
}

/**
 * What was gained up to the newest of the points, which come oldest first: since the newest point at least 24 h before it, or since the
 * oldest where all are younger. `hours` are those in between, rounded, at least 1; they may be more than 24. Undefined for fewer than
 * two points, and where nothing was gained.
 */
export function gainOf(points: readonly UpvotePoint[]): { gained: number; hours: number } | undefined {
  const newest = points.at(-1);
  const oldest = points[0];
  if (!newest || !oldest || points.length < 2) return undefined;
  const since = points.findLast(({ at }) => newest.at - at >= day) ?? oldest;
  const gained = newest.upvotes - since.upvotes;
  if (gained <= 0) return undefined;
  return { gained, hours: Math.max(1, Math.round((newest.at - since.at) / hour)) };
}
