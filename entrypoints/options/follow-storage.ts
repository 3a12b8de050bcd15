// How much is stored on this machine, read live.
import type { StorageSummary } from '@/components/options/StorageGroup';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';

async function count(db: PaperglossDatabase): Promise<StorageSummary> {
  const [papers, days, entries] = await Promise.all([
    db.papers.count(),
    db.feedDays.count(),
    db.readingEntries.count(),
  ]);
  return { papers, days, entries };
}

/** Calls `onStorage` now and after every change. */
export function followStorage(db: PaperglossDatabase, onStorage: (storage: StorageSummary) => void): void {
  subscribe(
    () => count(db),
    async (counted) => {
      const { usage } = await navigator.storage.estimate();
      onStorage({ ...counted, bytes: usage });
    },
    console.error,
  );
}
