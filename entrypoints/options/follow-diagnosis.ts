// What the diagnosis shows beside what the page follows anyway: the events, and how the sync is doing.
import type { OptionsProps } from '@/components/options/Options';
import { reporting } from '@/lib/diagnosis/report';
import { readEvents } from '@/lib/diagnosis/stored-events';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { readSyncState } from '@/lib/store/sync-state';

/** Calls `onKnown` now and after every change. */
export function followDiagnosis(
  db: PaperglossDatabase,
  onKnown: (known: Partial<Pick<OptionsProps, 'events' | 'sync'>>) => void,
): void {
  const onError = reporting('options');
  subscribe(
    () => readEvents(db),
    (events) => onKnown({ events }),
    onError,
  );
  subscribe(
    () => readSyncState(db, Date.now()),
    (sync) => onKnown({ sync }),
    onError,
  );
}
