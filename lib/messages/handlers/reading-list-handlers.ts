// Changes of the reading list on message: the store writes, then the mirror, which is also how open pages learn of it.
import type { PaperglossDatabase } from '../../store/database';
import { importEntries, removeEntry, restoreEntry, savePaper, setStatus } from '../../store/reading-list';
import { readReadingListFile } from '../../store/reading-list-file';
import { type MirrorArea, mirrorEntries, unmirrorEntry } from '../../store/reading-list-mirror';
import type { Handlers } from '../listen';

type ReadingListType = Extract<keyof Handlers, `reading-list/${string}`>;

export function readingListHandlers(
  db: PaperglossDatabase,
  mirror: MirrorArea,
  now: () => number,
): Pick<Handlers, ReadingListType> {
  return {
    async 'reading-list/save'({ id }) {
      const entry = await savePaper(db, id, now());
      await mirrorEntries(mirror, [entry]);
      return entry;
    },
    async 'reading-list/set-status'({ id, status }) {
      const entry = await setStatus(db, id, status, now());
      await mirrorEntries(mirror, [entry]);
      return entry;
    },
    async 'reading-list/remove'({ id }) {
      const removed = await removeEntry(db, id);
      await unmirrorEntry(mirror, id);
      return removed;
    },
    async 'reading-list/restore'({ entry }) {
      const restored = await restoreEntry(db, entry);
      await mirrorEntries(mirror, [restored]);
      return restored;
    },
    async 'reading-list/import'({ json }) {
      const { entries, skipped } = readReadingListFile(json);
      const { added, merged } = await importEntries(db, entries);
      const stored = await db.readingEntries.bulkGet(entries.map((entry) => entry.id));
      await mirrorEntries(
        mirror,
        stored.filter((entry) => entry !== undefined),
      );
      return { added, merged, skipped };
    },
  };
}
