// What in the cache is near the page of the current tab: compared when the reader presses the button, on this machine.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RelatedPaper } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { reasonsText } from '../card/related-reasons';
import { failureText } from '../page/failure-text';
import { focusFirstRowIn } from '../page/row-focus';
import { openingProps, type RowOpening } from '../page/row-opening';
import type { Asked } from '../page/use-asked';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';

export interface RelatedToPageProps extends Pick<PaperRowProps, 'onToggleSaved' | 'onOpen'> {
  related: Asked<RelatedPaper[]> & { press(): void };
  isSaved(id: string): boolean;
  opening: RowOpening;
}

function stateText(related: Asked<RelatedPaper[]>): string {
  if (related.state === 'asking') return t('popupFindingRelated');
  if (related.state === 'failed') return t('popupRelatedFailed', failureText(related.failure));
  return t(related.state === 'answered' ? 'popupNoRelated' : 'popupFindRelatedText');
}

export function RelatedToPage({ related, isSaved, opening, ...rowProps }: RelatedToPageProps) {
  const list = useRef<HTMLOListElement>(null);
  const { state } = related;
  const answer = state === 'answered' ? related.answer : [];
  const papers = answer.filter(({ reasons }) => reasonsText(reasons));
  const found = papers.length > 0;
  // The button that was pressed has given way to the rows: the focus goes there with it.
  useLayoutEffect(() => {
    if (found && document.activeElement === document.body) focusFirstRowIn(list.current);
  }, [found]);

  if (!found) {
    return (
      <div class="uncached">
        <p role="status">{stateText(related)}</p>
        {state !== 'answered' && (
          <button type="button" class="button" aria-disabled={state === 'asking'} onClick={related.press}>
            {t('popupFindRelated')}
          </button>
        )}
      </div>
    );
  }
  return (
    <>
      <p class="list-title" role="status">
        {t('popupRelatedTitle')}
      </p>
      <ol ref={list} aria-label={t('popupRelatedTitle')}>
        {papers.map(({ id, title, reasons, seen }) => (
          <PaperRow
            key={id}
            paper={{ id, title, seen }}
            reasons={[reasonsText(reasons)]}
            saved={isSaved(id)}
            outOfList
            {...openingProps(opening, id)}
            {...rowProps}
          />
        ))}
      </ol>
    </>
  );
}
