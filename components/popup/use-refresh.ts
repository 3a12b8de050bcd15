// Asking for the feed from the popup, and the reader's way through its days: a day that is not cached is asked for once.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { type Failure, failureOf } from '../page/failure-text';

export interface FeedActions {
  /** Runs the sync plan, that day first. Rejects with a `MessageFailure`. */
  refresh(day?: FeedDay): Promise<unknown>;
  /** From now on `list` is this day's, cached or not. */
  showDay(day: FeedDay): void;
}

export function useRefresh(list: DailyList | undefined, online: boolean, actions: FeedActions) {
  const [asking, setAsking] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const [chosen, setChosen] = useState<FeedDay>();
  const askedFor = useRef(new Set<FeedDay>());
  // A refusal that arrives after the reader has gone on is no longer about what is shown.
  const newest = useRef(0);

  const missing = list !== undefined && list.fetchedAt === undefined && list.papers.length === 0;

  async function refresh(day = chosen ?? (missing ? list.day : undefined)) {
    newest.current += 1;
    const mine = newest.current;
    setFailure(undefined);
    setAsking((count) => count + 1);
    try {
      await actions.refresh(day);
    } catch (error) {
      if (mine === newest.current) setFailure(failureOf(error));
    } finally {
      setAsking((count) => count - 1);
    }
  }

  function goTo(day: FeedDay) {
    newest.current += 1;
    setChosen(day);
    setFailure(undefined);
    actions.showDay(day);
  }

  const isMissed = missing && online && chosen === list.day && chosen && !askedFor.current.has(chosen);
  const wanted = isMissed ? chosen : undefined;
  useEffect(() => {
    if (!wanted) return;
    askedFor.current.add(wanted);
    void refresh(wanted);
  }, [wanted]);

  return {
    refresh: () => void refresh(),
    goTo,
    failure,
    busy: wanted !== undefined || asking > 0 || list?.sync.running !== undefined,
  };
}
