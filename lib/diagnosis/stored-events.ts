// The ring of events in the store: on this machine only, and there after a cleared cache.
import type { PaperglossDatabase } from '../store/database';
import { readState, writeState } from '../store/state';
import { guarded } from '../store/store-error';
import type { DiagnosisEvent } from './diagnosis-event';
import { addEvents } from './event-ring';

const eventsKey = 'events';

/** Newest first. Rejects with StoreError. */
export const readEvents = (db: PaperglossDatabase): Promise<DiagnosisEvent[]> =>
  readState<DiagnosisEvent[]>(db, eventsKey, []);

/** Rejects with StoreError. */
export async function appendEvents(db: PaperglossDatabase, added: readonly DiagnosisEvent[]): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.state, async () => {
      await writeState(db, eventsKey, addEvents(await readEvents(db), added));
    }),
  );
}

/** Rejects with StoreError. */
export const clearEvents = (db: PaperglossDatabase): Promise<void> => writeState(db, eventsKey, []);
