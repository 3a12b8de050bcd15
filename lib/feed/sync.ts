// Brings the stored feed up to date, one day at a time. Plans anew before every day, so that whoever was killed goes on where it
// stopped. Knows neither addresses nor tables: client and store are handed in.
import { feedDayOf, firstFeedDay, isFeedDay, isWeekday } from '../papers/feed-day';
import type { FeedDay } from '../papers/paper';
import type { Failure, SyncState } from '../store/sync-state';
import { type ArrivedDay, createDayReader } from './day-reader';
import type { FeedClient } from './feed-client';
import { FeedError } from './feed-error';
import { backfillPerRun, type KnownDay, planSync } from './sync-plan';

/** What a sync needs of the store. */
export interface SyncStore {
  days(): Promise<KnownDay[]>;
  storeDay(arrived: ArrivedDay): Promise<void>;
  /** `at` in ms since 1970. */
  recordFailure(day: FeedDay, failure: Failure, at: number): Promise<void>;
  state(now: number): Promise<SyncState>;
  changeState(change: Partial<SyncState>): Promise<void>;
}

export interface SyncOptions {
  client: Pick<FeedClient, 'day'>;
  store: SyncStore;
  /** An error as the code and the detail that pages show. */
  describe(error: unknown): Failure;
  /** ms since 1970 */
  now(): number;
  horizonDays: number;
  /**
   * Days the reader asked for: fetched before anything planned, even when they are fresh. Whoever holds the list may add to it
   * while the run goes on. Days that can be no feed days are passed over.
   */
  first?: FeedDay[];
  /**
   * Asked before each day: true where nobody waits, and the feed is then asked for what is missing and otherwise for one day an hour; see
   * `regular` of `planSync`. Without it every day that is due is fetched.
   */
  isRegular?: () => boolean;
  signal?: AbortSignal;
}

export interface SyncReport {
  fetched: FeedDay[];
  /** What ended the run early, or kept a day from the reader who had asked for it. */
  failure?: Error;
}

/** The feed as a whole is in trouble when so many days fail one after the other. */
const failuresThatEndARun = 3;

/** A pause that lasts longer (ms) was written by a clock that was wrong. */
const longestPause = 3_600_000;

/**
 * Fetches what is due until nothing is, or the signal aborts. A day that fails is noted and left for later; being offline or rate
 * limited, a store that cannot write, or three failures in a row end the run. Never rejects.
 */
export async function runSync(options: SyncOptions): Promise<SyncReport> {
  const { client, store, describe, now, horizonDays, first = [], isRegular = () => false, signal } = options;
  const reader = createDayReader(client, now, signal);
  const fetched: FeedDay[] = [];
  const tried = new Set<FeedDay>();
  let backfilled = 0;
  let failedInARow = 0;
  let anyFailure = false;

  /** Progress and notes are worth no failure of their own. */
  const note = (change: Partial<SyncState>) => store.changeState(change).catch(() => undefined);

  async function nextDay() {
    const [days, state] = await Promise.all([store.days(), isRegular() ? store.state(now()) : undefined]);
    const plan = planSync({
      days,
      now: now(),
      horizonDays,
      backfill: backfillPerRun - backfilled,
      ...(state && { regular: { askedAt: state.askedAt } }),
    });
    const due = plan.filter(({ day }) => !tried.has(day));
    const asked = takeFirst(first, now());
    const day = asked ?? due[0]?.day;
    if (!day) return undefined;
    if (!asked && due[0]?.reason === 'backfill') backfilled++;
    const others = due.filter((planned) => planned.day !== day);
    return { day, asked, following: others[0]?.day, planned: tried.size + 1 + others.length };
  }

  async function fetchDay(day: FeedDay, following?: FeedDay): Promise<void> {
    const arrived = await reader.read(day);
    if (following) reader.readAhead(following);
    await store.storeDay(arrived);
    fetched.push(day);
    failedInARow = 0;
  }

  /** Writes down what went wrong; true when the run cannot go on. */
  async function noteFailure(error: unknown, day: FeedDay): Promise<boolean> {
    const failure = describe(error);
    const retryAt = error instanceof FeedError ? error.retryAt : undefined;
    // The first failure of a run concerns the day that matters most.
    if (!anyFailure || endsRun(error)) await note({ lastFailure: { ...failure, at: now() }, retryAt });
    anyFailure = true;
    if (endsRun(error)) return true;
    await store.recordFailure(day, failure, now());
    failedInARow++;
    return failedInARow >= failuresThatEndARun;
  }

  async function run(): Promise<Error | undefined> {
    const { retryAt: pausedUntil = 0, lastSuccessAt = 0 } = await store.state(now());
    // Noted by a clock that was wrong, it would be newer than every failure until then, and hide them.
    if (lastSuccessAt > now()) await note({ lastSuccessAt: undefined });
    const pause = pausedUntil - now();
    if (pause > 0 && pause <= longestPause) {
      return new FeedError('rate-limited', 'The feed allows no more calls for now.', {
        retryAt: pausedUntil,
      });
    }
    let failureOfAsked: Error | undefined;
    for (let next = await nextDay(); next && !signal?.aborted; next = await nextDay()) {
      const { day, asked, following, planned } = next;
      // Before it is: a worker that dies while it waits for the answer has still asked.
      await note({ running: { day, since: now(), done: tried.size, planned }, askedAt: now() });
      tried.add(day);
      try {
        await fetchDay(day, following);
      } catch (error) {
        if (signal?.aborted) return undefined;
        if (await noteFailure(error, day)) return asError(error);
        if (asked) failureOfAsked = asError(error);
      }
    }
    return failureOfAsked;
  }

  const failure = await run().catch(async (error: unknown) => {
    anyFailure = true;
    await note({ lastFailure: { ...describe(error), at: now() } });
    return asError(error);
  });
  reader.stop();
  const succeeded = fetched.length > 0 && !anyFailure && !signal?.aborted;
  await note({
    running: undefined,
    ...(succeeded && { lastSuccessAt: now(), lastFailure: undefined, retryAt: undefined }),
  });
  return { fetched, ...(failure && { failure }) };
}

/** Everything but what can be wrong with a single day. */
function endsRun(error: unknown): boolean {
  return !(error instanceof FeedError) || error.code === 'offline' || error.code === 'rate-limited';
}

/** Takes the next day off the list that the feed can have. */
function takeFirst(days: FeedDay[], now: number): FeedDay | undefined {
  const today = feedDayOf(now) ?? firstFeedDay;
  for (let day = days.shift(); day !== undefined; day = days.shift()) {
    if (isFeedDay(day) && day >= firstFeedDay && day <= today && isWeekday(day)) return day;
  }
  return undefined;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
