// Papers near this one, each with the reason it is here; never an unexplained neighbour.
import type { RelatedPaper } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { SavedIcon } from '../icons';
import { ExternalLink } from './ExternalLink';
import { arxivPage } from './paper-addresses';

export function RelatedPapers({ related }: { related: RelatedPaper[] }) {
  if (!related[0]) return null;
  return (
    <>
      <p class="quiet">{t('related')}</p>
      <ul aria-label={t('related')}>
        {related.slice(0, 5).map(({ id, title, reason, saved }) => (
          <li key={id}>
            <bdi>
              <ExternalLink href={arxivPage(id)}>{title}</ExternalLink>
              {saved && (
                <span role="img" aria-label={t('saved')}>
                  <SavedIcon filled />
                </span>
              )}
            </bdi>
            <bdi class="quiet">
              {reason.kind === 'repository'
                ? t('sameRepository')
                : t('sameKeywords', reason.keywords.join(', '))}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
