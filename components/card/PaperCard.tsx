// The card: what the community says about one paper, and what the reader can do with it. Props in, DOM out; keeps no state.
import type { CardData } from '../../lib/papers/card-data';
import { arxivPage, arxivPdf, huggingFacePage } from '../../lib/papers/paper-pages';
import { formatAge, formatCount } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { SavedIcon, UpvoteIcon } from '../icons';
import { CardSignature } from './CardSignature';
import { counted } from './counted';
import { ExternalLink } from './ExternalLink';
import { PageCard } from './PageCard';
import { type CardPlace, PaperSummary } from './PaperSummary';
import { RelatedPapers } from './RelatedPapers';

export interface PaperCardProps {
  card: CardData;
  place: CardPlace;
  /** Why the last Save did not work, in words for the reader. */
  failure?: string;
  onToggleSaved(): void;
  onOpenLibrary(): void;
  onCloseSite(): void;
}

const statusKeys = { 'to-read': 'statusToRead', reading: 'statusReading', done: 'statusDone' } as const;

export function PaperCard(props: PaperCardProps) {
  const { card, place, failure, onToggleSaved, onOpenLibrary, onCloseSite } = props;
  if (card.origin === 'page') return <PageCard {...props} />;
  const { id, title, upvotes, status, projectPage } = card;
  /** The page itself says the title and is where "arXiv" would lead. */
  const onOwnPage = place === 'wide';
  return (
    <section
      class={place}
      role={place === 'hover' ? 'group' : undefined}
      aria-label={`${t('extensionName')}: ${title}`}
    >
      {upvotes !== undefined && (
        <b role="img" aria-label={counted(upvotes, 'cardOneUpvote', 'cardUpvotes')}>
          <UpvoteIcon /> {formatCount(upvotes)}
        </b>
      )}
      <div>
        {(!onOwnPage || !card.summary) && (
          <p class="title" dir="auto">
            {onOwnPage ? title : <ExternalLink href={arxivPage(id)}>{title}</ExternalLink>}
          </p>
        )}
        <PaperSummary card={card} place={place} />
      </div>
      <RelatedPapers related={card.related} />
      <p class="quiet failure" role="status">
        {failure}
      </p>
      <footer>
        <button
          type="button"
          class="save"
          aria-pressed={!!status}
          title={t(status ? 'removeFromList' : 'saveToList')}
          onClick={onToggleSaved}
        >
          <SavedIcon filled={!!status} /> {t(status ? 'saved' : 'save')}
        </button>
        {status && (
          <button type="button" title={t('openList')} onClick={onOpenLibrary}>
            {t(statusKeys[status])}
          </button>
        )}
        <ExternalLink href={huggingFacePage(id)}>Hugging Face</ExternalLink>
        <ExternalLink href={arxivPdf(id)}>PDF</ExternalLink>
        {!onOwnPage && <ExternalLink href={arxivPage(id)}>arXiv</ExternalLink>}
        {projectPage && <ExternalLink href={projectPage}>{t('projectPage')}</ExternalLink>}
        <CardSignature
          note={card.origin === 'starter' ? t('starterFeed') : formatAge(card.fetchedAt)}
          onCloseSite={onCloseSite}
        />
      </footer>
    </section>
  );
}
