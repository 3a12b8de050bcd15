// The filter box of popup and library: `/` leads here, Escape clears, ↓ leads into the rows.
import type { RefObject } from 'preact';
import { t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { focusRowAt } from './row-focus';

interface FilterBoxProps {
  query: string;
  onQuery(query: string): void;
  input: RefObject<HTMLInputElement | null>;
}

export function FilterBox({ query, onQuery, input }: FilterBoxProps) {
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
    <search class="filter-box">
      <input
        ref={input}
        type="text"
        value={query}
        placeholder={t('pageFilter')}
        aria-label={t('pageFilter')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query ? (
        <button type="button" class="icon-button" aria-label={t('pageClearFilter')} onClick={clear}>
          <CloseIcon />
        </button>
      ) : (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
    </search>
  );
}
