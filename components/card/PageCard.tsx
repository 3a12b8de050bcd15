// The card of a paper that is not cached: it says so, and what in Daily Papers is near it. Of the paper itself it knows what the page
// says, and repeats none of it.
import { t } from '../../lib/text/translate';
import { CardSignature } from './CardSignature';
import type { PaperCardProps } from './PaperCard';
import { RelatedPapers } from './RelatedPapers';

export function PageCard({
  card,
  place,
  onCloseSite,
}: Pick<PaperCardProps, 'card' | 'place' | 'onCloseSite'>) {
  const { title, related, status } = card;
  return (
    <section
      class={place}
      role={place === 'hover' ? 'group' : undefined}
      aria-label={`${t('extensionName')}: ${title}`}
    >
      <div>
        {place !== 'wide' && (
          <p class="title" dir="auto">
            {title}
          </p>
        )}
        <p class="quiet">{t(status ? 'listOnly' : 'notListed')}</p>
      </div>
      <RelatedPapers related={related} />
      <footer>
        <CardSignature onCloseSite={onCloseSite} />
      </footer>
    </section>
  );
}
