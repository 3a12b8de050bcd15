// When the morning digest is due: at the reader's hour, in the time zone of the machine, at most once a calendar day. Pure but for that
// time zone. All times in ms since 1970; hours 0 to 23.

/** How long after its hour a digest is still shown, ms; never beyond midnight. */
const lateness = 6 * 3_600_000;

/** How long after a look that found nothing the next one comes, ms. */
const lookAgainAfter = 30 * 60_000;

/** The calendar day of `now` here, `YYYY-MM-DD`: no feed day, which is counted in UTC. */
export function localDay(now: number): string {
  const date = new Date(now);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** `hour` on the calendar day of `time`, or `days` later. An hour that a clock leaves out is the one after it; of two the first. */
function hourOf(time: number, hour: number, days = 0): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
}

/** Whether a digest for `hour` may be shown at `time`, as far as the clock goes. */
export function isDigestTime(time: number, hour: number): boolean {
  const opens = hourOf(time, hour);
  return time >= opens && time < Math.min(opens + lateness, hourOf(time, 0, 1));
}

/** The first time after `now` that it is `hour`. */
export function followingDigestAt(now: number, hour: number): number {
  const today = hourOf(now, hour);
  return today > now ? today : hourOf(now, hour, 1);
}

/** `now` where a digest is due; else when the next one is. `shownOn`: the `localDay` of the last one, if there was one. */
export function nextDigestAt(now: number, hour: number, shownOn?: string): number {
  return isDigestTime(now, hour) && shownOn !== localDay(now) ? now : followingDigestAt(now, hour);
}

/** When to look again after a look that found nothing new: the papers of the day may still be on their way. */
export function lookAgainAt(now: number, hour: number): number {
  const soon = now + lookAgainAfter;
  return isDigestTime(soon, hour) && localDay(soon) === localDay(now) ? soon : followingDigestAt(now, hour);
}
