// Gathers events and has them written, at once where it has been quiet and otherwise not more often than once a second. Knows no store.
import type { DiagnosisEvent } from './diagnosis-event';
import { addEvents } from './event-ring';

/** ms between two writes. */
export const writePause = 1_000;

interface WriterDeps {
  write(events: readonly DiagnosisEvent[]): Promise<unknown>;
  /** ms since 1970 */
  now(): number;
}

/** What cannot be written is dropped: to tell of that would only be the next event. Never throws. */
export function createEventWriter({ write, now }: WriterDeps): (event: DiagnosisEvent) => void {
  let waiting: DiagnosisEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;

  function flush(): void {
    timer = undefined;
    wroteAt = now();
    const events = waiting;
    waiting = [];
    write(events).catch(() => {});
  }

  return (event) => {
    waiting = addEvents(waiting, [event]);
    if (timer !== undefined) return;
    const pause = wroteAt + writePause - now();
    // A clock that was set back must not hold everything up.
    if (pause > 0 && pause <= writePause) timer = setTimeout(flush, pause);
    else flush();
  };
}
