// Papers near this one, each with the reason it is here; never an unexplained neighbour.
import type { RelatedPaper } from '../../lib/papers/card-data';
import { arxivPage } from '../../lib/papers/paper-pages';
import { t } from '../../lib/text/translate';
import { SavedIcon, SeenIcon } from '../icons';
import { ExternalLink } from './ExternalLink';
import { reasonsText } from './related-reasons';

function Marks({ saved, seen }: Pick<RelatedPaper, 'saved' | 'seen'>) {
  if (!saved && !seen) return null;
  return (
    <span class="marks">
      {saved && (
        <span role="img" aria-label={t('saved')}>
          <SavedIcon filled />
        </span>
      )}
      {seen && (
        <span class="seen" role="img" aria-label={t('seen')}>
          <SeenIcon />
        </span>
      )}
    </span>
  );
}

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
              <Marks saved={saved} seen={seen} />
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
