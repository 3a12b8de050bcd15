// How the upvotes of a paper went, as a line no higher than the text beside it. Time is true to scale; the lowest count stands at the
// bottom.
import { feedDayOf, msPerDay } from '../../lib/papers/feed-day';
import type { UpvotePoint } from '../../lib/papers/upvote-history';
import { formatCount, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';

const width = 64;
const height = 16;
/** Room for half the line and for the dot at its end. */
const margin = 2;

/** Rounded to a tenth of a pixel. */
const tenth = (length: number) => Math.round(length * 10) / 10;

/** Whether the newest of the points (oldest first) is of the last 24 hours before `now`, ms. */
export const isFresh = (points: readonly UpvotePoint[], now: number): boolean =>
  now - (points.at(-1)?.at ?? 0) < msPerDay;

/** Where the points lie in a box of 64 × 16, as `[x, y]`. What never changed is a line halfway up. */
export function placesOf(points: readonly UpvotePoint[]): [x: number, y: number][] {
  const counts = points.map(({ upvotes }) => upvotes);
  const lowest = Math.min(...counts);
  const rise = Math.max(...counts) - lowest;
  const begin = points[0]?.at ?? 0;
  const span = (points.at(-1)?.at ?? 0) - begin;
  const share = (part: number, whole: number, otherwise: number) => (whole > 0 ? part / whole : otherwise);
  return points.map(({ at, upvotes }) => [
    tenth(margin + (width - 2 * margin) * share(at - begin, span, 1)),
    tenth(height - margin - (height - 2 * margin) * share(upvotes - lowest, rise, 0.5)),
  ]);
}

function nameOf(points: readonly UpvotePoint[], now: number): string {
  const said = ({ at, upvotes }: UpvotePoint = { at: 0, upvotes: 0 }) =>
    [formatCount(upvotes), formatDay(feedDayOf(at) ?? '', now)] as const;
  const first = said(points[0]);
  const last = said(points.at(-1));
  return isFresh(points, now) ? t('sparklineNow', ...first, last[0]) : t('sparklineThen', ...first, ...last);
}

/** `points`: oldest first, two at least; for fewer nothing is drawn. `now`: ms since 1970. */
export function Sparkline({ points, now = Date.now() }: { points: readonly UpvotePoint[]; now?: number }) {
  if (points.length < 2) return null;
  const places = placesOf(points);
  const [x, y] = places.at(-1) ?? [];
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      role="img"
      aria-label={nameOf(points, now)}
    >
      <polyline points={places.join(' ')} />
      <circle cx={x} cy={y} r="1.25" fill="currentColor" />
    </svg>
  );
}
