// Reads the lists a reader is likely to turn to next while there is nothing else to do. Holds a few of them, briefly; reads nothing by itself.
import { feedListName, type ListQuery } from '../papers/list-query';
import type { DailyList } from './daily-list';

/** A list older than that is read anew: what the reader opened meanwhile should show, ms. */
const freshFor = 60_000;

interface Deps {
  read(query: ListQuery): Promise<DailyList>;
  /** Runs it once, when the page has nothing better to do. */
  whenIdle(run: () => void): void;
  /** ms since 1970 */
  now(): number;
}

export interface ListsBeforehand {
  /** The list, if it was read within the last minute and has papers. */
  take(query: ListQuery): DailyList | undefined;
  /** From now on these are kept, and no others. What cannot be read is left to whoever asks for it. */
  prepare(queries: readonly ListQuery[]): void;
}

const nameOf = (query: ListQuery): string =>
  query.view === 'day' ? `day ${query.day}` : query.view === 'for-you' ? query.view : feedListName(query);

export function createListsBeforehand({ read, whenIdle, now }: Deps): ListsBeforehand {
  let kept = new Map<string, { list: DailyList; readAt: number }>();

  return {
    take(query) {
      const found = kept.get(nameOf(query));
      return found && now() - found.readAt < freshFor ? found.list : undefined;
    },
    prepare(queries) {
      const next: typeof kept = new Map();
      kept = next;
      whenIdle(() => {
        if (kept !== next) return;
        for (const query of queries) {
          const readAt = now();
          void read(query).then(
            (list) => list.papers.length > 0 && next.set(nameOf(query), { list, readAt }),
            () => undefined,
          );
        }
      });
    },
  };
}
