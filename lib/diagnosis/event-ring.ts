// The last events, each once, however often it happened. Pure.
import type { DiagnosisEvent } from './diagnosis-event';

/** The most that are kept. */
export const maxEvents = 200;

/** The most of one family (`adapter:…`, `message:…`): what pages can cause must not wash out what happened in us. */
export const maxOfFamily = 50;

export const eventKey = ({ where, kind, what }: DiagnosisEvent): string => `${where} ${kind} ${what}`;

const familyOf = ({ where }: DiagnosisEvent): string => where.replace(/:.*$/s, '');

/** One event for two that are the same. */
export const joinEvents = (one: DiagnosisEvent, other: DiagnosisEvent): DiagnosisEvent => ({
  ...one,
  at: Math.max(one.at, other.at),
  since: Math.min(one.since, other.since),
  count: one.count + other.count,
});

/** The events of both, newest first; the oldest go where there are too many. */
export function addEvents(
  known: readonly DiagnosisEvent[],
  added: readonly DiagnosisEvent[],
): DiagnosisEvent[] {
  const joined = new Map<string, DiagnosisEvent>();
  for (const event of [...known, ...added]) {
    const same = joined.get(eventKey(event));
    joined.set(eventKey(event), same ? joinEvents(same, event) : event);
  }
  const families = new Map<string, number>();
  return [...joined.values()]
    .sort((one, other) => other.at - one.at)
    .filter((event) => {
      const family = familyOf(event);
      const before = families.get(family) ?? 0;
      families.set(family, before + 1);
      return before < maxOfFamily || !event.where.includes(':');
    })
    .slice(0, maxEvents);
}
