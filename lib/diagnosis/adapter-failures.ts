// What the events say of each adapter. Pure.
import type { DiagnosisEvent } from './diagnosis-event';

export interface AdapterFailures {
  count: number;
  /** ms since 1970, the first of them */
  since: number;
}

const prefix = 'adapter:';

/** By the adapter's id; those that never failed are not in it. */
export function adapterFailures(events: readonly DiagnosisEvent[]): Map<string, AdapterFailures> {
  const failures = new Map<string, AdapterFailures>();
  for (const { where, count, since } of events) {
    if (!where.startsWith(prefix)) continue;
    const id = where.slice(prefix.length);
    const before = failures.get(id) ?? { count: 0, since };
    failures.set(id, { count: before.count + count, since: Math.min(before.since, since) });
  }
  return failures;
}
