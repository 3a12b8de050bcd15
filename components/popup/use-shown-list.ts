// The reader's way through the lists, and asking the feed for them: what is not cached, or may have grown old, is asked for once.
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { type FeedListQuery, feedListName, type ListQuery, type ListView } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { type Failure, failureOf } from '../page/failure-text';
import { dayOfList, isFeedList, isSameList, listOfView, stepsOf } from './list-steps';

/** Who goes through lists faster than this (ms between two) is on the way to another one: the feed is not asked for what is passed by. */
const restTime = 200;

export interface FeedActions {
  /** Runs the sync plan, that day first. Rejects with a `MessageFailure`. */
  refresh(day?: FeedDay): Promise<unknown>;
  /** Fetches a list of the feed where what is kept of it has grown old. Rejects with a `MessageFailure`. */
  fetchList(list: FeedListQuery): Promise<unknown>;
  /** From now on the popup's list is this one, cached or not. */
  showList(query: ListQuery): void;
}

export function useShownList(
  list: DailyList | undefined,
  { now, online }: { now: number; online: boolean },
  actions: FeedActions,
) {
  const [asking, setAsking] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  /** Not a state: within a view what is drawn next is the other list, and drawing the old one once more before that takes as long. */
  const choice = useRef<ListQuery>(undefined);
  const chosen = choice.current;
  const [, drawView] = useReducer((turns: number) => turns + 1, 0);
  const askedFor = useRef(new Set<string>());
  /** Where the reader was among the days: other views are of the time around it. */
  const lastDay = useRef<FeedDay>(undefined);
  // A refusal that arrives after the reader has gone on is no longer about what is shown.
  const newest = useRef(0);

  const query: ListQuery = chosen ?? list?.query ?? { view: 'day' };
  const missing = list !== undefined && list.fetchedAt === undefined && list.papers.length === 0;

  async function ask(run: () => Promise<unknown>) {
    newest.current += 1;
    const mine = newest.current;
    setFailure(undefined);
    setAsking((count) => count + 1);
    try {
      await run();
    } catch (error) {
      if (mine === newest.current) setFailure(failureOf(error));
    } finally {
      setAsking((count) => count - 1);
    }
  }

  function refresh() {
    const wanted = chosen ?? list?.query;
    if (isFeedList(wanted)) return ask(() => Promise.all([actions.fetchList(wanted), actions.refresh()]));
    return ask(() => actions.refresh(wanted?.view === 'day' ? wanted.day : undefined));
  }

  function goTo(next: ListQuery) {
    newest.current += 1;
    choice.current = next;
    setFailure(undefined);
    if (next.view !== query.view) drawView(undefined);
    actions.showList(next);
  }

  function go(next: ListQuery) {
    lastDay.current = dayOfList(next, now);
    goTo(next);
  }

  /** A view that is shown already leads to the newest of its lists. */
  function goToView(view: ListView) {
    if (view === query.view) lastDay.current = undefined;
    else lastDay.current ??= list?.day;
    goTo(listOfView(view, lastDay.current, now));
  }

  const isMissedDay =
    missing && list.query.view === 'day' && chosen && isSameList(chosen, list.query) && list.day;
  const wanted = isFeedList(chosen) ? feedListName(chosen) : isMissedDay ? list.day : undefined;
  const unasked = online && wanted && !askedFor.current.has(wanted) ? wanted : undefined;
  useEffect(() => {
    if (!unasked) return;
    const rest = setTimeout(() => {
      askedFor.current.add(unasked);
      void ask(() => (isFeedList(chosen) ? actions.fetchList(chosen) : actions.refresh(unasked)));
    }, restTime);
    return () => clearTimeout(rest);
  }, [unasked]);

  const { earlier, later } = list ? stepsOf(list, now) : {};
  return {
    query,
    refresh: () => void refresh(),
    go,
    goToView,
    onEarlier: earlier && (() => go(earlier)),
    onLater: later && (() => go(later)),
    failure,
    busy: unasked !== undefined || asking > 0 || list?.sync.running !== undefined,
  };
}
