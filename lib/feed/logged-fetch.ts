// A fetch that tells what it did, for the reader's log of requests. It changes nothing about the call and never waits for the telling.
import type { RequestRecord } from '../store/request-log';
import type { Fetch } from './get-json';

/** In a few words of English; by the names the platform gives its errors. */
function whyFailed(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return 'cancelled';
  if (name === 'TimeoutError') return 'no answer in time';
  return 'not reached';
}

/**
 * `fetch`, which after each call gives `note` what was asked and what came of it. `now` in ms since 1970; a record has the time at which
 * the call was made. What goes wrong in `note` is nobody's business here.
 */
export function loggedFetch(
  fetch: Fetch,
  purpose: RequestRecord['purpose'],
  note: (record: RequestRecord) => void | PromiseLike<void>,
  now: () => number,
): Fetch {
  async function tell(record: RequestRecord): Promise<void> {
    try {
      await note(record);
    } catch {
      // A call that was made is not undone by a log that is full.
    }
  }

  return async (url, init) => {
    const record = { at: now(), method: init.method ?? 'GET', url, purpose };
    try {
      const response = await fetch(url, init);
      // An answer that sends the call on hides its status; nobody follows it.
      const moved = response.type === 'opaqueredirect';
      void tell({ ...record, ...(moved ? { failed: 'sent on elsewhere' } : { status: response.status }) });
      return response;
    } catch (error) {
      void tell({ ...record, failed: whyFailed(error) });
      throw error;
    }
  };
}
