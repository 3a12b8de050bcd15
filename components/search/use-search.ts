// Results as one types: every change of the query is asked at once, and what is shown only ever moves forward.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardData } from '../../lib/papers/card-data';
import type { SearchAnswer } from '../../lib/papers/search-answer';
import { type Failure, failureOf } from '../page/failure-text';

export interface SearchActions {
  /** Everything cached that matches, at most `limit` papers. Asks nobody. Rejects with a `MessageFailure`, as the other does. */
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** Asks Hugging Face: called on the reader's press only. */
  searchOnline(query: string): Promise<CardData[]>;
}

/** What is known so far: nothing, the newest answer, or why there is none. */
export interface Search {
  answer?: SearchAnswer;
  failure?: Failure;
}

/** How long until a search is asked again while the index is being made, ms. */
const againAfter = 1_000;

const nothing: Search = {};

/**
 * Nothing for an empty `query`; otherwise the answer to it, or while that is on its way the one before. Asked again whenever
 * `cache` (anything that changes with what is cached or saved) is another.
 */
export function useSearch(
  query: string,
  ask: SearchActions['search'],
  limit: number,
  cache?: unknown,
): Search {
  const [known, setKnown] = useState(nothing);
  // Numbers of questions: an answer counts unless a newer one is there already.
  const asked = useRef(0);
  const shown = useRef(0);
  const asking = useRef(ask);
  asking.current = ask;

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;

    function show(number: number, found: Search) {
      if (number <= shown.current) return;
      shown.current = number;
      setKnown(found);
    }
    async function find(isSecond = false) {
      asked.current += 1;
      const number = asked.current;
      try {
        const answer = await asking.current(query, limit);
        show(number, { answer });
        if (answer.indexing && !over) timer = setTimeout(() => void find(), againAfter);
      } catch (error) {
        // Why an older question failed is of no interest any more.
        if (over || number !== asked.current) return;
        // A background that was ended while it answered is started by the next question.
        if (isSecond) show(number, { failure: failureOf(error) });
        else void find(true);
      }
    }

    if (query) {
      void find();
    } else {
      asked.current += 1;
      show(asked.current, nothing);
    }
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [query, limit, cache]);

  return query ? known : nothing;
}
