// The state of the reading list's sync as the options page shows it: read live, with titles for what it names by id.
import type { ListSyncView } from '@/components/options/ListSyncGroup';
import { reporting } from '@/lib/diagnosis/report';
import { listSyncKey, nothingSynced, type SyncListState } from '@/lib/list-sync/sync-list-state';
import type { PaperglossDatabase } from '@/lib/store/database';
import { readState } from '@/lib/store/state';
import { subscribe } from '@/lib/store/subscribe';

export const noListSync: ListSyncView = { state: nothingSynced, titles: new Map() };

async function readView(db: PaperglossDatabase): Promise<ListSyncView> {
  const state = await readState<SyncListState>(db, listSyncKey, nothingSynced);
  const named = await db.readingEntries.bulkGet([...state.notesLeftOut, ...state.entriesLeftOut]);
  const titles = new Map(named.flatMap((entry) => (entry ? [[entry.id, entry.title] as const] : [])));
  return { state, titles };
}

/** Calls `onView` now and after every change. */
export function followListSync(db: PaperglossDatabase, onView: (view: ListSyncView) => void): void {
  subscribe(() => readView(db), onView, reporting('options'));
}
