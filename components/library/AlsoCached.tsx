// Under the reading list, while something is searched for: what else is cached and matches, and the way on to Hugging Face.
import { t } from '../../lib/text/translate';
import { SearchResults, type SearchResultsProps } from '../search/SearchResults';

/** The list above is what the page is about. */
const shownAtMost = 20;

type AlsoCachedProps = Omit<SearchResultsProps, 'papers' | 'total' | 'nothingText'>;

/** What was saved when the search was answered stands above; what is saved here stays where it is. */
export function AlsoCached(props: AlsoCachedProps) {
  const { papers = [], total = 0 } = props.search.answer ?? {};
  const others = papers.filter(({ status }) => status === undefined);
  return (
    <section class="also-cached" aria-labelledby="also-cached-title">
      <h2 id="also-cached-title" class="section-title">
        {t('libraryAlsoCached')}
      </h2>
      <SearchResults
        {...props}
        papers={others.slice(0, shownAtMost)}
        total={total - (papers.length - others.length)}
        nothingText={t('libraryNothingElse')}
      />
    </section>
  );
}
