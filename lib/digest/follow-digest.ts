// Shows the morning digest when it is due: by an alarm, because the worker that would wait for it is long dead. Knows no papers.
import type { FeedDay } from '../papers/paper';
import type { Digest } from './compose-digest';
import { followingDigestAt, isDigestTime, localDay, lookAgainAt, nextDigestAt } from './plan-digest';

/** The part of the browser's `alarms` API this needs. */
export interface DigestAlarms {
  create(name: string, info: { when: number }): unknown;
  getAll(): Promise<{ name: string; scheduledTime: number }[]>;
  clear(name: string): Promise<boolean>;
  onAlarm: { addListener(listener: (alarm: { name: string }) => unknown): void };
}

export interface DigestState {
  /** The calendar day of the last digest here, `YYYY-MM-DD`. */
  shownOn?: string;
  /** The newest feed day that was in one. */
  day?: FeedDay;
}

export interface DigestDeps {
  alarms: DigestAlarms;
  /** 0 to 23; null for none. */
  readHour(): Promise<number | null>;
  state: { read(): Promise<DigestState>; write(state: DigestState): Promise<void> };
  /** Whether the browser lets us show one. */
  isAllowed(): Promise<boolean>;
  /** Undefined where nothing is new since `last`. */
  compose(last: FeedDay | undefined): Promise<Digest | undefined>;
  show(digest: Digest): Promise<unknown>;
  /** ms since 1970 */
  now(): number;
  onFailure(error: unknown): void;
}

/** An alarm is known by the hour it was set for: one of another hour is left over from an earlier choice. */
const prefix = 'digest-';

/** ms: an alarm further ahead than the next digests was set by a clock that was wrong. */
const longestDay = 25 * 3_600_000;

const alarmName = (hour: number) => `${prefix}${hour}`;

/**
 * Registers its listener at once and sees to the alarm. The returned function is to be called when the settings have changed; it never
 * rejects. An hour that is chosen when it has passed begins the next day.
 */
export function followDigest(deps: DigestDeps): () => Promise<void> {
  const { alarms, state, now } = deps;
  let last = Promise.resolve();

  /** One after the other: an alarm that starts the worker comes while the worker still looks at its alarms. */
  function inTurn(work: (hour: number | null) => Promise<void>): Promise<void> {
    last = last.then(async () => work(await deps.readHour())).catch(deps.onFailure);
    return last;
  }

  const set = (hour: number, when: number) => void alarms.create(alarmName(hour), { when });

  /** Leaves an alarm alone that is at a time for its hour: it may have been set by an earlier worker, or in another time zone. */
  async function setMissing(hour: number | null, when: (hour: number) => Promise<number>): Promise<void> {
    const all = (await alarms.getAll()).filter(({ name }) => name.startsWith(prefix));
    const isRight = ({ name, scheduledTime }: { name: string; scheduledTime: number }) =>
      hour !== null &&
      name === alarmName(hour) &&
      isDigestTime(scheduledTime, hour) &&
      scheduledTime <= followingDigestAt(now() + longestDay, hour);
    for (const alarm of all) if (!isRight(alarm)) await alarms.clear(alarm.name);
    if (hour !== null && !all.some(isRight)) set(hour, await when(hour));
  }

  async function showDue(hour: number): Promise<void> {
    // Before anything can go wrong.
    set(hour, followingDigestAt(now(), hour));
    const known = await state.read();
    if (nextDigestAt(now(), hour, known.shownOn) > now() || !(await deps.isAllowed())) return;
    const digest = await deps.compose(known.day);
    if (!digest) {
      set(hour, lookAgainAt(now(), hour));
      return;
    }
    // Noted first: two digests are worse than none.
    await state.write({ shownOn: localDay(now()), day: digest.day });
    await deps.show(digest);
  }

  alarms.onAlarm.addListener(({ name }) => {
    if (!name.startsWith(prefix)) return undefined;
    return inTurn(async (hour) => {
      if (hour !== null && name === alarmName(hour)) await showDue(hour);
    });
  });
  const startsDue = async (hour: number) => nextDigestAt(now(), hour, (await state.read()).shownOn);
  void inTurn((hour) => setMissing(hour, startsDue));
  return () => inTurn((hour) => setMissing(hour, async (chosen) => followingDigestAt(now(), chosen)));
}
