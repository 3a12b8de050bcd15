// The two searches as pages of ours ask for them: what is longer than a message may carry is cut here, once for all of them.
import { maxQueryLength } from './protocol';
import type { Send } from './send';

/** Both reject with a `MessageFailure`. */
export const searchMessages = (send: Send) => ({
  /** Everything cached that matches, at most `limit` papers. Asks nobody. */
  search: (query: string, limit: number) => send('search', { query: query.slice(0, maxQueryLength), limit }),
  /** Asks Hugging Face: on the reader's press only. */
  searchOnline: (query: string) => send('search-online', { query: query.slice(0, maxQueryLength) }),
});
