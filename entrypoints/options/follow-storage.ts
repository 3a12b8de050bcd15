// How much is stored on this machine: counted live, measured when the counts have been still for a moment.
import type { StorageSummary } from '@/components/options/StorageGroup';
import { reporting } from '@/lib/diagnosis/report';
import type { PaperglossDatabase } from '@/lib/store/database';
import { readStorageUse } from '@/lib/store/storage-use';
import { subscribe } from '@/lib/store/subscribe';

export const nothingStored: StorageSummary = { papers: 0, days: 0, entries: 0 };

/** ms: measuring reads samples of every table, which a sync that is writing would have it do for every day. */
const stillness = 1_500;

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
  let shown = nothingStored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (known: Partial<StorageSummary>) => {
    shown = { ...shown, ...known };
    onStorage(shown);
  };
  const measure = () => readStorageUse(db).then((use) => show({ use }), reporting('options'));

  subscribe(
    () => count(db),
    async (counted) => {
      const { usage } = await navigator.storage.estimate();
      show({ ...counted, bytes: usage });
      clearTimeout(timer);
      timer = setTimeout(measure, shown.use ? stillness : 0);
    },
    reporting('options'),
  );
}
