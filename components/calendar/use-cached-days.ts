// What is cached of the month a calendar shows, read when it is opened, when the month changes and when the cache does.
import { useEffect, useState } from 'preact/hooks';
import type { FeedMonth } from '../../lib/papers/list-query';
import type { CachedDay } from './calendar-days';

export type ReadMonth = (month: FeedMonth) => Promise<CachedDay[]>;

/**
 * The days of `month`, those of the month before never; empty until they are read, and where they cannot be. Read again whenever
 * `cache` (anything that changes with what is cached) is another.
 */
export function useCachedDays(month: FeedMonth, read: ReadMonth, cache: unknown): readonly CachedDay[] {
  const [known, setKnown] = useState<{ month: FeedMonth; days: readonly CachedDay[] }>();
  useEffect(() => {
    let over = false;
    read(month).then(
      (days) => !over && setKnown({ month, days }),
      () => {},
    );
    return () => {
      over = true;
    };
  }, [month, cache]);
  return known?.month === month ? known.days : none;
}

const none: readonly CachedDay[] = [];
