// One paper in a list of ours: rank, title, summary, facts, upvotes, save. Plain text only; a missing field leaves no gap.
import type { CardData } from '../../lib/papers/card-data';
import type { FeedDay } from '../../lib/papers/paper';
import { arxivPage, githubPage, huggingFacePage } from '../../lib/papers/paper-pages';
import type { ReadingStatus } from '../../lib/papers/reading-entry';
import type { FoundPaper } from '../../lib/papers/search-answer';
import { formatCount, formatDay } from '../../lib/text/format';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { SavedIcon, SeenIcon, UpvoteIcon } from '../icons';
import { MarkedText } from './MarkedText';
import { TabLink } from './TabLink';

/** What a row shows; rows of the daily list, cards of the current page and papers found all have it. */
export interface RowPaper {
  id: string;
  title: string;
  summary?: string;
  abstract?: string;
  upvotes?: number;
  comments?: number;
  organization?: string;
  repository?: string;
  stars?: number;
  rank?: number;
  day?: FeedDay;
  seen?: boolean;
  origin?: CardData['origin'];
  /** As the store has it; the reader's click may be ahead of it. */
  status?: ReadingStatus;
}

export interface PaperRowProps {
  paper: RowPaper;
  saved: boolean;
  /** Out of its list a row has no place in it, but a day. */
  outOfList?: boolean;
  /** Where a search found its words. */
  marks?: FoundPaper['marks'];
  /** Why the paper is here, in words. */
  reasons?: readonly string[];
  onToggleSaved(id: string): void;
  /** Opens an address in a new tab; without it links are followed where they are. */
  onOpen?(url: string): void;
}

function savedHint(saved: boolean, status?: ReadingStatus): string {
  if (!saved) return t('popupSaveHint');
  return status ? t('popupSavedHint', statusName(status)) : t('popupRemoveHint');
}

function Facts({ paper, saved, outOfList, reasons = [], onOpen }: Omit<PaperRowProps, 'onToggleSaved'>) {
  const { id, day, organization, comments, repository, stars } = paper;
  return (
    <ul class="facts">
      {paper.seen && (
        <li>
          <span role="img" aria-label={t('seen')} title={t('seen')}>
            <SeenIcon />
          </span>
        </li>
      )}
      {paper.origin === 'list' && <li>{t(saved ? 'listOnly' : 'unlisted')}</li>}
      {paper.origin === 'arxiv' && <li>{t('fromArxiv')}</li>}
      {reasons.map((reason) => (
        <li key={reason} class="clipped">
          <span title={reason}>{reason}</span>
        </li>
      ))}
      {outOfList && day && <li>{formatDay(day)}</li>}
      {organization && (
        <li class="clipped">
          <span title={organization}>{organization}</span>
        </li>
      )}
      {comments ? <li>{counted(comments, 'cardOneComment', 'cardComments')}</li> : null}
      {repository && (
        <li class="clipped">
          <TabLink href={githubPage(repository)} onOpen={onOpen}>
            {repository}
          </TabLink>
          {stars !== undefined && (
            <span class="stars" role="img" aria-label={counted(stars, 'cardOneStar', 'cardStars')}>
              ★ {formatCount(stars)}
            </span>
          )}
        </li>
      )}
      <li>
        <TabLink href={huggingFacePage(id)} label={t('popupHuggingFace')} onOpen={onOpen}>
          HF
        </TabLink>
      </li>
    </ul>
  );
}

export function PaperRow({ onToggleSaved, ...props }: PaperRowProps) {
  const { paper, saved, outOfList, marks, onOpen } = props;
  const { id, title, upvotes, rank, status } = paper;
  const summary = paper.summary || paper.abstract;
  return (
    <li class={outOfList ? 'paper-row out-of-list' : 'paper-row'} data-row={id}>
      {!outOfList && <span class="rank">{rank}</span>}
      <div class="paper">
        <h3 class="clamped" dir="auto">
          <TabLink href={arxivPage(id)} onOpen={onOpen} focusTarget>
            <MarkedText text={title} marks={marks?.title} />
          </TabLink>
        </h3>
        {summary && (
          <p class="summary clamped" dir="auto">
            <MarkedText text={summary} marks={marks?.summary} />
          </p>
        )}
      </div>
      <div class="row-side">
        {upvotes !== undefined && (
          <span class="upvotes" role="img" aria-label={counted(upvotes, 'cardOneUpvote', 'cardUpvotes')}>
            <UpvoteIcon />
            {formatCount(upvotes)}
          </span>
        )}
        <button
          type="button"
          class="icon-button save"
          aria-label={t('popupSave', title)}
          aria-pressed={saved}
          aria-keyshortcuts="s"
          title={savedHint(saved, status)}
          onClick={() => onToggleSaved(id)}
        >
          <SavedIcon filled={saved} status={status} />
        </button>
      </div>
      <Facts {...props} />
    </li>
  );
}
