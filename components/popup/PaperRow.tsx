// One paper in the popup's list: rank, title, summary, facts, upvotes, save. Plain text only; a missing field leaves no gap.
import type { FeedDay } from '../../lib/papers/paper';
import { formatCount, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { arxivPage, githubPage, huggingFacePage } from '../card/paper-addresses';
import { SavedIcon, UpvoteIcon } from '../icons';
import { TabLink } from './TabLink';

/** What a row shows; rows of the daily list and cards of the current page both have it. */
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
}

export interface PaperRowProps {
  paper: RowPaper;
  saved: boolean;
  /** Out of its list a row has no place in it, but a day. */
  outOfList?: boolean;
  onToggleSaved(id: string): void;
  onOpen(url: string): void;
}

function Facts({ paper, outOfList, onOpen }: Pick<PaperRowProps, 'paper' | 'outOfList' | 'onOpen'>) {
  const { id, day, organization, comments, repository, stars } = paper;
  return (
    <ul class="facts">
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

export function PaperRow({ paper, saved, outOfList, onToggleSaved, onOpen }: PaperRowProps) {
  const { id, title, upvotes, rank } = paper;
  const summary = paper.summary || paper.abstract;
  return (
    <li class="paper-row" data-row={id}>
      {!outOfList && <span class="rank">{rank}</span>}
      <div class="paper">
        <h3 class="clamped" dir="auto">
          <TabLink href={arxivPage(id)} onOpen={onOpen} focusTarget>
            {title}
          </TabLink>
        </h3>
        {summary && (
          <p class="summary clamped" dir="auto">
            {summary}
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
          title={t(saved ? 'popupRemoveHint' : 'popupSaveHint')}
          onClick={() => onToggleSaved(id)}
        >
          <SavedIcon filled={saved} />
        </button>
      </div>
      <Facts paper={paper} outOfList={outOfList} onOpen={onOpen} />
    </li>
  );
}
