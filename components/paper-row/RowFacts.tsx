// The one line of facts below a paper in a row: marks, why it is here, who made it, code, links. What is not known is left out.
import { arxivPage, githubPage, huggingFacePage } from '../../lib/papers/paper-pages';
import { formatCount, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { SeenIcon, WatchIcon } from '../icons';
import { forYouText } from './for-you-text';
import type { PaperRowProps } from './PaperRow';
import { TabLink } from './TabLink';

/** Gives way at its end where the line is full; whole for whoever points at it. */
function Clipped({ text }: { text: string }) {
  return (
    <li class="clipped">
      <span dir="auto" title={text}>
        {text}
      </span>
    </li>
  );
}

type RowFactsProps = Pick<
  PaperRowProps,
  'paper' | 'saved' | 'outOfList' | 'reasons' | 'onOpen' | 'onToggleOpen'
>;

export function RowFacts({ paper, saved, outOfList, reasons = [], onOpen, onToggleOpen }: RowFactsProps) {
  const { id, day, watched, organization, comments, repository, stars } = paper;
  const forYou = forYouText(paper.reasons);
  // One line has no room for everything: the rest is told when the row is opened.
  const isExplained = forYou !== '';
  const hasRoom = !isExplained && !watched;
  return (
    <ul class="facts">
      {paper.seen && (
        <li>
          <span role="img" aria-label={t('seen')} title={t('seen')}>
            <SeenIcon />
          </span>
        </li>
      )}
      {watched && (
        <li class="clipped watched">
          <WatchIcon />
          <span title={t('watched', watched.text)}>{t('watched', watched.text)}</span>
        </li>
      )}
      {paper.origin === 'list' && <li>{t(saved ? 'listOnly' : 'unlisted')}</li>}
      {paper.origin === 'arxiv' && <li>{t('fromArxiv')}</li>}
      {isExplained && <Clipped text={forYou} />}
      {reasons.map((reason) => (
        <Clipped key={reason} text={reason} />
      ))}
      {outOfList && day && <li>{formatDay(day)}</li>}
      {organization && !isExplained && <Clipped text={organization} />}
      {comments && hasRoom ? (
        <li class="comments">{counted(comments, 'cardOneComment', 'cardComments')}</li>
      ) : null}
      {repository && !isExplained && (
        <li class="clipped code">
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
      {onToggleOpen && (
        <li>
          <TabLink href={arxivPage(id)} onOpen={onOpen}>
            arXiv
          </TabLink>
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
