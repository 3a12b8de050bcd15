// What the paper found, and the line of facts below it. What is not known is left out.
import type { CardData } from '../../lib/papers/card-data';
import { githubPage } from '../../lib/papers/paper-pages';
import { formatCount, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { WatchIcon } from '../icons';
import { counted } from './counted';
import { ExternalLink } from './ExternalLink';

/** Where a card stands: below an abstract, in a sidebar, or floating beside a badge. */
export type CardPlace = 'wide' | 'narrow' | 'hover';

/** About as many characters as fit into the lines `card.css` leaves a folded summary; nothing has to be measured. */
const foldBeyond: Record<CardPlace, number> = { wide: 330, narrow: 180, hover: 270 };

function factsOf(card: CardData) {
  const { summaryFrom, rank, rankOf, day, comments, repository, stars, organization, seen, watched } = card;
  return [
    watched && (
      <>
        <WatchIcon /> {t('watched', watched.text)}
      </>
    ),
    seen && t('seen'),
    summaryFrom === 'abstract' && t('fromAbstract'),
    rank && rankOf && t('rankOfDay', rank, rankOf),
    day && formatDay(day),
    comments && counted(comments, 'cardOneComment', 'cardComments'),
    repository && (
      <>
        <ExternalLink href={githubPage(repository)}>{repository}</ExternalLink>
        {stars !== undefined && (
          <span
            role="img"
            aria-label={counted(stars, 'cardOneStar', 'cardStars')}
          >{` ★\u00a0${formatCount(stars)}`}</span>
        )}
      </>
    ),
    organization,
  ].filter(Boolean);
}

export function PaperSummary({ card, place }: { card: CardData; place: CardPlace }) {
  const { summary } = card;
  const foldable = summary.length > foldBeyond[place];
  return (
    <>
      {summary && (
        <p class={foldable ? 'fold' : undefined} dir="auto">
          {summary}
        </p>
      )}
      {foldable && (
        <details class="quiet">
          <summary>{t('more')}</summary>
        </details>
      )}
      <p class="quiet facts">
        {factsOf(card).map((fact, position) => (
          <>
            {position > 0 && '\u00a0· '}
            <bdi>{fact}</bdi>
          </>
        ))}
      </p>
    </>
  );
}
