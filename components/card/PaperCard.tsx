// The card: what the community says about one paper, and what the reader can do with it. Props in, DOM out; keeps no state.
import type { CitationStyle } from '../../lib/messages/protocol';
import type { CardData } from '../../lib/papers/card-data';
import { arxivPage, arxivPdf, huggingFacePage } from '../../lib/papers/paper-pages';
import type { ReadingStatus } from '../../lib/papers/reading-entry';
import { formatAge, formatCount } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { UpvoteIcon } from '../icons';
import { UpvoteMomentum } from '../momentum/UpvoteMomentum';
import { CardSignature } from './CardSignature';
import { CopyMenu } from './CopyMenu';
import { counted } from './counted';
import { ExternalLink } from './ExternalLink';
import { PageCard } from './PageCard';
import { type CardPlace, PaperSummary } from './PaperSummary';
import { RelatedPapers } from './RelatedPapers';
import { SaveControls } from './SaveControls';

export interface PaperCardProps {
  card: CardData;
  place: CardPlace;
  /** Why what the reader did last did not work, in words for the reader. */
  failure?: string;
  /** What the reader did last, where nothing else shows it. */
  done?: string;
  onToggleSaved(): void;
  onStatus(status: ReadingStatus): void;
  onCopy(style: CitationStyle): void;
  onOpenLibrary(): void;
  onCloseSite(): void;
}

/** Where a card comes from, or how old what it says is. Undefined where it says nothing that could grow old. */
function sourceOf({ origin, fetchedAt }: CardData): string | undefined {
  if (origin === 'list') return undefined;
  if (origin === 'starter') return t('starterFeed');
  return origin === 'arxiv' ? t('fromArxiv') : formatAge(fetchedAt);
}

export function PaperCard(props: PaperCardProps) {
  const { card, place, failure, done, onCopy, onCloseSite } = props;
  if (card.origin === 'page') return <PageCard {...props} />;
  const { id, title, upvotes, status, projectPage } = card;
  /** The page itself says the title and is where "arXiv" would lead. */
  const onOwnPage = place === 'wide';
  const onListOnly = card.origin === 'list';
  return (
    <section
      class={place}
      role={place === 'hover' ? 'group' : undefined}
      aria-label={`${t('extensionName')}: ${title}`}
    >
      {upvotes !== undefined && (
        <p class="votes">
          <b role="img" aria-label={counted(upvotes, 'cardOneUpvote', 'cardUpvotes')}>
            <UpvoteIcon /> {formatCount(upvotes)}
          </b>
          <UpvoteMomentum points={card.upvoteHistory} />
        </p>
      )}
      <div>
        {!(onOwnPage && (card.summary || onListOnly)) && (
          <p class="title" dir="auto">
            {onOwnPage ? title : <ExternalLink href={arxivPage(id)}>{title}</ExternalLink>}
          </p>
        )}
        {onListOnly && <p class="quiet">{t(status ? 'listOnly' : 'unlisted')}</p>}
        <PaperSummary card={card} place={place} />
      </div>
      <RelatedPapers related={card.related} />
      <p class={failure ? 'quiet said failure' : 'quiet said'} role="status">
        {failure ?? done}
      </p>
      <footer>
        <SaveControls {...props} />
        <CopyMenu onCopy={onCopy} />
        <ExternalLink href={huggingFacePage(id)}>Hugging Face</ExternalLink>
        <ExternalLink href={arxivPdf(id)}>PDF</ExternalLink>
        {!onOwnPage && <ExternalLink href={arxivPage(id)}>arXiv</ExternalLink>}
        {projectPage && <ExternalLink href={projectPage}>{t('projectPage')}</ExternalLink>}
        <CardSignature note={sourceOf(card)} onCloseSite={onCloseSite} />
      </footer>
    </section>
  );
}
