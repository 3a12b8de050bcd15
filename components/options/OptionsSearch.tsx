// The field that searches the options: `/` leads here, Escape clears. Says how much was found.
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { useKeys } from '../page/keys';
import { SearchBoxEnd } from '../search/SearchBoxEnd';

interface OptionsSearchProps {
  query: string;
  /** How much is found; undefined while nothing is searched for. */
  found: number | undefined;
  onQuery(query: string): void;
}

function foundText(query: string, found: number | undefined): string {
  if (found === undefined) return '';
  if (found === 0) return t('optionsNothingFound', query.trim());
  return found === 1 ? t('optionsOneFound') : t('optionsFound', formatNumber(found));
}

export function OptionsSearch({ query, found, onQuery }: OptionsSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => input.current?.focus() });
  function clear() {
    onQuery('');
    input.current?.focus();
  }
  return (
    <search class="options-search">
      <div class="search-box">
        <input
          ref={input}
          type="text"
          value={query}
          placeholder={t('optionsSearch')}
          aria-label={t('optionsSearch')}
          aria-describedby="options-found"
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing || !query) return;
            event.preventDefault();
            clear();
          }}
        />
        <SearchBoxEnd query={query} onClear={clear} />
      </div>
      <p id="options-found" class="quiet" role="status">
        {foundText(query, found)}
      </p>
    </search>
  );
}
