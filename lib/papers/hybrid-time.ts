// Hybrid logical time: when a change was made, comparable between machines whose clocks disagree. Pure.

/**
 * A time as text of fixed width, so that `<` compares: 9 digits of ms since 1970, 3 of a counter, both in base 36, and 4 characters that
 * name the machine. A change made in knowledge of another always has the later time, however the clocks stand (Kulkarni and others,
 * "Logical Physical Clocks", 2014).
 */
export type HybridTime = string;

const msDigits = 9;
const counterDigits = 3;
const deviceDigits = 4;
const highestCounter = 36 ** counterDigits - 1;

/** ms since 1970 beyond which no time is believed, and none is made: the year 4821. */
const latest = 9e13;

const inDigits = (value: number, digits: number) => value.toString(36).padStart(digits, '0');

/** Times from before there were such times, and from files that tell of none: the same on every machine. */
const noDevice = '0'.repeat(deviceDigits);

const bounded = (ms: number) => Math.min(Math.max(0, Math.trunc(ms) || 0), latest);

/** The time of a change of which nothing but ms since 1970 is known. */
export function timeAt(ms: number): HybridTime {
  return timeOf(bounded(ms), 0, noDevice);
}

/** The time for a change made `now` (ms since 1970) on `device` in knowledge of `after`: later than that. */
export function nextTime(now: number, device: string, after?: HybridTime): HybridTime {
  const known = after === undefined ? -1 : msOf(after);
  let ms = Math.max(bounded(now), known);
  let counter = ms === known ? counterOf(after ?? '') + 1 : 0;
  if (counter > highestCounter) {
    // Only a made-up time has nothing above it. What follows must still be a time, or the entry could not be read again.
    counter = ms < latest ? 0 : highestCounter;
    ms = Math.min(ms + 1, latest);
  }
  return timeOf(ms, counter, device);
}

/** ms since 1970, by the clock of the machine that made the change or one it knew of. */
export const msOf = (time: HybridTime): number => Number.parseInt(time.slice(0, msDigits), 36);

/** How many changes the clock could not tell apart came before. */
export const counterOf = (time: HybridTime): number =>
  Number.parseInt(time.slice(msDigits, -deviceDigits), 36);

/** The machine that made the change. */
export const deviceOf = (time: HybridTime): string => time.slice(-deviceDigits);

/** The time of these parts; what is no part of a time gives a text that `isHybridTime` refuses. */
export function timeOf(ms: number, counter: number, device: string): HybridTime {
  return inDigits(ms, msDigits) + inDigits(counter, counterDigits) + device;
}

export function isHybridTime(text: string): boolean {
  return /^[0-9a-z]{16}$/.test(text) && msOf(text) <= latest;
}

/**
 * Whose acts a time belongs to. Times of no machine may be of several: each of them stands for itself, so that knowing one is not
 * taken for knowing another.
 */
export const actorOf = (time: HybridTime): string => (deviceOf(time) === noDevice ? time : deviceOf(time));

/** A name for this machine, from `random` (0 to 1, as Math.random): chosen once, then kept. */
export function newDevice(random: () => number = Math.random): string {
  const name = inDigits(Math.floor(random() * 36 ** deviceDigits), deviceDigits);
  return name === noDevice ? newDevice(random) : name;
}

/** The later of two times; undefined counts as before all others. */
export function laterOf<T extends HybridTime | undefined>(one: T, other: T): T {
  return (other ?? '') > (one ?? '') ? other : one;
}

/** Of times the newest of each machine (all of those of none), sorted: what is needed to tell whether somebody knew of a change. */
export function newestByDevice(times: readonly HybridTime[]): HybridTime[] {
  const newest = new Map<string, HybridTime>();
  for (const time of times) {
    const actor = actorOf(time);
    const known = newest.get(actor);
    if (known === undefined || time > known) newest.set(actor, time);
  }
  return [...newest.values()].sort();
}
