// The card's one-line form beside a link, and the floating card it opens. When it opens is decided elsewhere.
import type { CardData } from '../../lib/papers/card-data';
import { formatCount } from '../../lib/text/format';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { SavedIcon, UpvoteIcon, WatchIcon } from '../icons';
import { counted } from './counted';
import { PaperCard, type PaperCardProps } from './PaperCard';

/** A stable function, so that Preact calls it once: when the popover has come into the document. */
function showBesideBadge(popover: HTMLElement | null): void {
  const badge = popover?.previousElementSibling;
  if (!popover || !badge) return;
  popover.showPopover();
  if (CSS.supports('position-try-order', 'most-block-size')) return;
  // `badge.css` cannot place it (Firefox): above or below the badge, where there is more room, from one reading.
  const { left, top, bottom } = badge.getBoundingClientRect();
  const below = innerHeight - bottom;
  const { style, offsetWidth } = popover;
  style.left = `${Math.max(0, Math.min(left, innerWidth - offsetWidth - 16))}px`;
  if (below < top) style.bottom = `${innerHeight - top}px`;
  else style.top = `${bottom}px`;
  style.maxHeight = `${Math.min(480, Math.max(below, top) - 8)}px`;
}

interface PaperBadgeProps extends Omit<PaperCardProps, 'place'> {
  /** What the badge is about, where that does not stand right before it. */
  label?: string;
  open: boolean;
  onOpen(): void;
}

/** What the badge says to those who do not see it. */
function meaningOf({ upvotes, status, seen, watched }: CardData, listed: boolean): string {
  const upvoted = upvotes === undefined ? '' : counted(upvotes, 'cardOneUpvote', 'cardUpvotes');
  const known = [
    upvoted || t(listed ? 'listed' : 'badgeUnlisted'),
    watched && t('watched', watched.text),
    seen && t('seen'),
  ]
    .filter(Boolean)
    .join(' · ');
  return status ? t('badgeSaved', known, statusName(status)) : t('badge', known);
}

export function PaperBadge({ label, open, onOpen, ...cardProps }: PaperBadgeProps) {
  const { upvotes, status, origin, seen, watched } = cardProps.card;
  /** What came from outside the feed has no upvotes to stand for. */
  const listed = origin === 'feed' || origin === 'starter';
  const meaning = meaningOf(cardProps.card, listed);
  return (
    <>
      <button
        type="button"
        class={seen ? 'badge seen' : 'badge'}
        aria-expanded={open}
        aria-label={label ? t('badgeNamed', label, meaning) : meaning}
        onClick={onOpen}
      >
        {label && <bdi>{label}</bdi>}
        {listed && <UpvoteIcon hollow={seen} />}
        {upvotes !== undefined && ` ${formatCount(upvotes)} `}
        {watched && <WatchIcon />}
        {(status || !listed) && <SavedIcon filled={!!status} status={status} />}
      </button>
      {open && (
        <div popover="manual" ref={showBesideBadge}>
          <PaperCard {...cardProps} place="hover" />
        </div>
      )}
    </>
  );
}
