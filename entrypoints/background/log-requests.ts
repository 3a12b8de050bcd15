// The background's way outside: the browser's own fetch, with each call in the reader's log of requests.
import type { Fetch } from '@/lib/feed/get-json';
import { loggedFetch } from '@/lib/feed/logged-fetch';
import type { PaperglossDatabase } from '@/lib/store/database';
import { appendRequests, type RequestRecord } from '@/lib/store/request-log';

export function logRequests(db: PaperglossDatabase, purpose: RequestRecord['purpose']): Fetch {
  return loggedFetch(fetch.bind(self), purpose, (record) => appendRequests(db, [record]), Date.now);
}
