// The line of a paper's upvotes, and in words what they gained of late.
import { gainOf, type UpvotePoint } from '../../lib/papers/upvote-history';
import { formatCount } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { isFresh, Sparkline } from './Sparkline';

/** Longer spans than this, in hours, are told in days. */
const hoursAtMost = 48;

/** `+84 in 24 h`; undefined where nothing was gained, and where nobody has looked for a day: "in 24 h" means the last ones. */
function gainText(points: readonly UpvotePoint[], now: number): string | undefined {
  const gain = gainOf(points);
  if (!gain || !isFresh(points, now)) return undefined;
  const { gained, hours } = gain;
  return hours > hoursAtMost
    ? t('momentumDays', formatCount(gained), Math.round(hours / 24))
    : t('momentumHours', formatCount(gained), hours);
}

/** `points`: oldest first; nothing is drawn for fewer than two. */
export function UpvoteMomentum({
  points = [],
  now = Date.now(),
}: {
  points?: readonly UpvotePoint[];
  now?: number;
}) {
  if (points.length < 2) return null;
  const gain = gainText(points, now);
  return (
    <span class="momentum">
      <Sparkline points={points} now={now} />
      {gain && <span>{gain}</span>}
    </span>
  );
}
