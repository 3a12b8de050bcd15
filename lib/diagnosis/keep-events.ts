// To be called once in the background and in each page of ours, before anything else: keeps what is reported, and what nobody caught.
import type { PaperglossDatabase } from '../store/database';
import type { Where } from './diagnosis-event';
import { createEventWriter } from './event-writer';
import { report, tellOfEvents } from './report';
import { appendEvents } from './stored-events';

/** `where`: what an error nobody caught is put down to. */
export function keepEvents(db: PaperglossDatabase, where: Where, context: EventTarget = globalThis): void {
  tellOfEvents(createEventWriter({ write: (events) => appendEvents(db, events), now: Date.now }));
  context.addEventListener('error', (event) => {
    const { error, message } = event as ErrorEvent;
    report(error ?? message, where);
  });
  context.addEventListener('unhandledrejection', (event) =>
    report((event as PromiseRejectionEvent).reason, where),
  );
}
