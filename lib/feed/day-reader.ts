// Reads feed days one after the other, the next one already while the last one is being stored: network and disk wait for each
// other no more than they must. Stores nothing.
import type { FeedDay, Paper } from '../papers/paper';
import type { FeedClient } from './feed-client';

export interface ArrivedDay {
  day: FeedDay;
  papers: Paper[];
  /** How many items could not be read. */
  rejected: number;
  /** ms since 1970 */
  fetchedAt: number;
}

export interface DayReader {
  /** The day as it arrived; rejects as the client does. */
  read(day: FeedDay): Promise<ArrivedDay>;
  /** Asks for a day that will be read soon; one at a time. */
  readAhead(day: FeedDay): void;
  /** Drops what was asked ahead and not read. */
  stop(): void;
}

export function createDayReader(
  client: Pick<FeedClient, 'day'>,
  now: () => number,
  signal?: AbortSignal,
): DayReader {
  const stopped = new AbortController();
  const anySignal = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
  let ahead: { day: FeedDay; arrival: Promise<ArrivedDay> } | undefined;

  async function ask(day: FeedDay): Promise<ArrivedDay> {
    const { papers, rejected } = await client.day(day, anySignal);
    return { day, papers, rejected: rejected.length, fetchedAt: now() };
  }

  return {
    read(day) {
      if (ahead?.day !== day) return ask(day);
      const { arrival } = ahead;
      ahead = undefined;
      return arrival;
    },
    readAhead(day) {
      if (ahead) return;
      ahead = { day, arrival: ask(day) };
      // Whoever reads it gets the error; nobody has to.
      ahead.arrival.catch(() => undefined);
    },
    stop: () => stopped.abort(),
  };
}
