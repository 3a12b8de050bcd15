// Papers near this one, each with the reason it is here; never an unexplained neighbour.
import type { RelatedPaper } from '../../lib/papers/card-data';
import { arxivPage } from '../../lib/papers/paper-pages';
import { t } from '../../lib/text/translate';
import { ExternalLink } from './ExternalLink';
import { RelatedMarks } from './RelatedMarks';
import { reasonsText } from './related-reasons';

export function RelatedPapers({ related }: { related: RelatedPaper[] }) {
  const explained = related.filter(({ reasons }) => reasonsText(reasons));
  if (!explained[0]) return null;
  return (
    <>
      <p class="quiet">{t('related')}</p>
      <ul aria-label={t('related')}>
        {explained.slice(0, 5).map(({ id, title, reasons, saved, seen }) => (
          <li key={id}>
            <bdi>
              <ExternalLink href={arxivPage(id)}>{title}</ExternalLink>
              <RelatedMarks saved={saved} seen={seen} />
            </bdi>
            <bdi class="quiet" title={reasonsText(reasons)}>
              {reasonsText(reasons)}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
