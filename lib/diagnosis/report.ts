// The one place for errors: whatever catches one that nobody is told of hands it over here. Knows neither store nor browser; who keeps the
// events is said once a context, by `keepEvents`.
import { type DiagnosisEvent, type EventKind, type Where, whatOf } from './diagnosis-event';

type Sink = (event: DiagnosisEvent) => void;

let sink: Sink | undefined;

/** From now on `next` is told; before, nobody is. */
export function tellOfEvents(next: Sink | undefined): void {
  sink = next;
}

/** Keeps that something happened, with `what` as it is: a constant of ours, never a text from outside. */
export function reportEvent(where: Where, kind: EventKind, what: string): void {
  const at = Date.now();
  sink?.({ at, since: at, where, kind, what, count: 1 });
}

/** Keeps an error, or whatever was thrown, without the places its message names. Never throws. */
export function report(error: unknown, where: Where, kind: EventKind = 'error'): void {
  if (import.meta.env.DEV) console.error(where, error);
  reportEvent(where, kind, whatOf(error));
}

/** For `catch` and listeners: what goes wrong at `where`. */
export const reporting =
  (where: Where) =>
  (error: unknown): void =>
    report(error, where);
