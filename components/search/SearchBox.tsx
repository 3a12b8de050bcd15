// The search box of popup and library: `/` leads here, Escape clears, ↓ leads into the rows. What else may be asked is said in it
// while it is empty.
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { focusRowAt } from '../page/row-focus';
import { SearchBoxEnd } from './SearchBoxEnd';

interface SearchBoxProps {
  query: string;
  onQuery(query: string): void;
  input: RefObject<HTMLInputElement | null>;
}

/** As they are typed, in every language. */
const filters = ['author:', 'org:', 'day:', 'has:code'] as const;

export function SearchBox({ query, onQuery, input }: SearchBoxProps) {
  const hint = useId();
  function clear() {
    onQuery('');
    input.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && query) {
      // An empty box leaves Escape to the browser, which closes the popup with it.
      event.preventDefault();
      clear();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusRowAt(0);
    }
  }
  return (
    <search class="search-box">
      <input
        ref={input}
        type="text"
        value={query}
        placeholder={t('pageSearch')}
        aria-label={t('pageSearch')}
        aria-describedby={hint}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <SearchBoxEnd query={query} onClear={clear} />
      <p id={hint} class="search-hint">
        {t('searchFilters')} {filters.flatMap((filter) => [<code key={filter}>{filter}</code>, ' '])}
        {t('searchPhrase')}
      </p>
    </search>
  );
}
