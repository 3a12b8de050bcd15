// What a search found in the cache, best first, and how to go on at Hugging Face. Drawn from what is known so far.
import type { CardData } from '../../lib/papers/card-data';
import type { FoundPaper, SearchAnswer } from '../../lib/papers/search-answer';
import { t } from '../../lib/text/translate';
import { failureText } from '../page/failure-text';
import { openingProps, type RowOpening } from '../page/row-opening';
import type { Asked } from '../page/use-asked';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';
import { OnlineResults } from './OnlineResults';
import { useNewPapers } from './use-new-papers';
import type { Search } from './use-search';

export interface SearchResultsProps extends Pick<PaperRowProps, 'onToggleSaved' | 'onOpen'> {
  query: string;
  search: Search;
  /** Of the answer, those to be shown here. */
  papers: readonly FoundPaper[];
  /** How many there are of these, shown or not. */
  total: number;
  /** What is said where none of these match. */
  nothingText: string;
  online: Asked<CardData[]> & { press(): void };
  isSaved(id: string): boolean;
  /** Left out where rows do not open in place. */
  opening?: RowOpening;
}

function countText(shown: number, total: number): string {
  if (total > shown) return t('popupSomePapers', shown, total);
  return total === 1 ? t('popupOnePaper') : t('popupPapers', total);
}

function answerText({ missing, partly, indexing }: SearchAnswer, shown: number, total: number): string {
  const facts = [
    indexing && t('searchIndexing', indexing.done, indexing.of),
    missing && t('searchMissing', missing),
    total > 0 && countText(shown, total),
    total > 0 && partly && t('searchPartly'),
  ];
  return facts.filter(Boolean).join(' · ');
}

export function SearchResults(props: SearchResultsProps) {
  const { query, search, nothingText, online, isSaved, opening, ...rowProps } = props;
  const { answer, failure } = search;
  const newPapers = useNewPapers(online, props.papers);
  const papers = props.papers.filter(({ id }) => !newPapers.some((paper) => paper.id === id));
  const total = props.total - (props.papers.length - papers.length);
  const text = failure
    ? t('searchFailed', failureText(failure))
    : answer && answerText(answer, papers.length, total);
  return (
    <>
      <div class="search-status" role="status" data-failed={failure && true}>
        {text ? <p>{text}</p> : <p class="no-match clamped">{nothingText}</p>}
      </div>
      {papers.length > 0 && (
        <ol class="papers" aria-label={t('searchResults')}>
          {papers.map((paper) => (
            <PaperRow
              key={paper.id}
              paper={paper}
              marks={paper.marks}
              saved={isSaved(paper.id)}
              outOfList
              {...openingProps(opening, paper.id)}
              {...rowProps}
            />
          ))}
        </ol>
      )}
      <OnlineResults {...{ query, online, isSaved, opening, rowProps }} papers={newPapers} />
    </>
  );
}
