// The last requests Papergloss made to anybody, for the reader to look at. Stays on this machine, and outlives a cleared cache.
import type { PaperglossDatabase } from './database';
import { readState, writeState } from './state';
import { guarded } from './store-error';

export interface RequestRecord {
  /** ms since 1970 */
  at: number;
  method: string;
  url: string;
  purpose: 'feed' | 'arxiv' | 'images' | 'zotero';
  /** Of the answer; absent where none came, and where nobody told. */
  status?: number;
  /** Why no answer came, in a few words of English. */
  failed?: string;
  /** How many requests this stands for, where more than one; `url` is then the first. */
  count?: number;
}

const requestsKey = 'requests';

/** The most that are kept. */
export const maxRequests = 50;

/** An address beyond this many characters is cut: one of many identifiers says enough by then. */
const maxAddress = 2_000;

/** The last requests, newest first; at most `maxRequests`. Rejects with StoreError. */
export const readRequests = (db: PaperglossDatabase): Promise<RequestRecord[]> =>
  readState<RequestRecord[]>(db, requestsKey, []);

/** Adds records, in whatever order they were made; the oldest of all go. Rejects with StoreError. */
export async function appendRequests(
  db: PaperglossDatabase,
  records: readonly RequestRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const added = records.map((record) => ({ ...record, url: record.url.slice(0, maxAddress) }));
  await guarded(() =>
    db.transaction('rw', db.state, async () => {
      const known = await readRequests(db);
      const newestFirst = [...added.toReversed(), ...known].sort((one, other) => other.at - one.at);
      await writeState(db, requestsKey, newestFirst.slice(0, maxRequests));
    }),
  );
}
