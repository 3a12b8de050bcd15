// One paper in a list of ours: rank, title, summary, facts, upvotes, save; opened, everything known of it. Plain text only; a missing
// field leaves no gap.
import { useId, useRef } from 'preact/hooks';
import type { PaperDetails as Details } from '../../lib/papers/paper-details';
import type { FoundPaper } from '../../lib/papers/search-answer';
import { isThumbnail } from '../../lib/papers/thumbnail-host';
import { t } from '../../lib/text/translate';
import { MarkedText } from './MarkedText';
import { PaperDetails } from './PaperDetails';
import { RowFacts } from './RowFacts';
import { RowSide } from './RowSide';
import { RowTitle } from './RowTitle';
import type { RowPaper } from './row-paper';
import { Thumbnail } from './Thumbnail';

export interface PaperRowProps {
  paper: RowPaper;
  saved: boolean;
  /** Out of its list a row has no place in it, but a day. */
  outOfList?: boolean;
  /** Where a search found its words. */
  marks?: FoundPaper['marks'];
  /** Why the paper is here, in words. */
  reasons?: readonly string[];
  open?: boolean;
  /** The reader asks for the row to be opened in place, or closed; without it the title is a link to arXiv. */
  onToggleOpen?(id: string): void;
  /** What is shown once the row is open. Undefined = not cached. Rejects as any read does. */
  readDetails?(id: string): Promise<Details | undefined>;
  /** The reader wants small pictures. */
  thumbnails?: boolean;
  /** The picture at this address was loaded. */
  onThumbnail?(url: string): void;
  onToggleSaved(id: string): void;
  /** The reader does not want it here; without it there is no such button. */
  onDismiss?(id: string): void;
  /** Opens an address in a new tab; without it links are followed where they are. */
  onOpen?(url: string): void;
}

function classOf(outOfList: boolean | undefined, picture: string | undefined): string {
  return ['paper-row', outOfList && 'out-of-list', picture && 'pictured'].filter(Boolean).join(' ');
}

export function PaperRow(props: PaperRowProps) {
  const { paper, outOfList, marks, open, onToggleOpen, readDetails, onOpen } = props;
  const { id, rank, thumbnail } = paper;
  const detailsId = useId();
  const title = useRef<HTMLButtonElement>(null);
  const summary = paper.summary || paper.abstract;
  const picture = props.thumbnails && thumbnail && isThumbnail(thumbnail) ? thumbnail : undefined;

  /** The focus must not go with what it stood in. */
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
    event.preventDefault();
    title.current?.focus({ preventScroll: true });
    onToggleOpen?.(id);
  }

  return (
    <li class={classOf(outOfList, picture)} data-row={id}>
      {paper.unseen && (
        <span class="unseen-mark" role="img" aria-label={t('unseenMark')} title={t('unseenMark')} />
      )}
      {!outOfList && <span class="rank">{rank}</span>}
      <div class="paper">
        <RowTitle {...props} button={title} controls={detailsId} onKeyDown={closeOnEscape} />
        {summary && (
          <p class="summary clamped" dir="auto">
            <MarkedText text={summary} marks={marks?.summary} />
          </p>
        )}
      </div>
      {picture && <Thumbnail url={picture} onLoad={props.onThumbnail} />}
      <RowSide {...props} />
      <RowFacts {...props} />
      {open && readDetails && (
        <PaperDetails elementId={detailsId} {...{ paper, readDetails, onOpen }} onKeyDown={closeOnEscape} />
      )}
    </li>
  );
}
