// The last row of a search: the one that asks the network, when it is pressed and not before; and what came of it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardData } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { failureText } from '../page/failure-text';
import { focusFirstRowIn } from '../page/row-focus';
import { openingProps, type RowOpening } from '../page/row-opening';
import type { Asked } from '../page/use-asked';
import { SearchIcon } from '../page-icons';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';
import { shortQuery } from './short-query';

interface OnlineResultsProps {
  query: string;
  online: Asked<CardData[]> & { press(): void };
  /** What came of it, without what the cache had shown before. */
  papers: readonly CardData[];
  isSaved(id: string): boolean;
  opening?: RowOpening;
  rowProps: Pick<PaperRowProps, 'onToggleSaved' | 'onOpen'>;
}

function stateText(online: Asked<CardData[]>, papers: number): string {
  if (online.state === 'asking') return t('searchOnlineAsking');
  if (online.state === 'failed') return t('searchOnlineFailed', failureText(online.failure));
  if (online.state !== 'answered') return '';
  if (papers === 0) return t('searchOnlineNothing');
  return papers === 1 ? t('popupOnePaper') : t('popupPapers', papers);
}

export function OnlineResults({ query, online, papers, isSaved, opening, rowProps }: OnlineResultsProps) {
  const list = useRef<HTMLOListElement>(null);
  const found = papers.length > 0;
  // The button that was pressed has given way to the rows: the focus goes there with it.
  useLayoutEffect(() => {
    if (found && document.activeElement === document.body) focusFirstRowIn(list.current);
  }, [found]);

  return (
    <section class="online">
      {found && <h2 class="list-title">{t('searchOnlineTitle')}</h2>}
      {!found && (
        <button
          type="button"
          class="online-row"
          data-row=""
          aria-disabled={online.state === 'asking' || online.state === 'answered'}
          onClick={online.press}
        >
          <SearchIcon />
          <span>{t('searchOnline', shortQuery(query))}</span>
        </button>
      )}
      <p
        class={found ? 'visually-hidden' : 'online-state'}
        role="status"
        data-failed={online.state === 'failed' || undefined}
      >
        {stateText(online, papers.length)}
      </p>
      {found && (
        <ol ref={list} class="papers" aria-label={t('searchOnlineTitle')}>
          {papers.map((paper) => (
            <PaperRow
              key={paper.id}
              paper={paper}
              saved={isSaved(paper.id)}
              outOfList
              {...openingProps(opening, paper.id)}
              {...rowProps}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
