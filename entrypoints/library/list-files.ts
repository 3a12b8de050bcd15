// What the library page does to carry the list in and out: loads readers and writers when they are needed, asks store and browser.
import type { Browser } from 'webextension-polyfill';
import { sendInBatches } from '../../components/library/files/import-batches';
import type { ExportFormatId, ListFilesActions } from '../../components/library/files/list-files-actions';
import { saveFile } from '../../components/page/save-file';
import { noteExport } from '../../lib/backup/backup-state';
import { reporting } from '../../lib/diagnosis/report';
import type { ExportedEntry } from '../../lib/formats/exported-entry';
import type { Send } from '../../lib/messages/send';
import { type ReadingEntry, readingStatuses } from '../../lib/papers/reading-entry';
import type { PaperglossDatabase } from '../../lib/store/database';
import { listEntries, listRecords } from '../../lib/store/reading-list';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';

type PermissionBrowser = { permissions: Pick<Browser['permissions'], 'request'> };

/** `readList`: where the whole list is, when the store cannot tell. */
export function listFilesActions(
  send: Send,
  db: PaperglossDatabase,
  browser: PermissionBrowser,
  readList: () => Promise<readonly ReadingEntry[]> = () => listEntries(db),
): ListFilesActions {
  async function withAbstracts(entries: readonly ReadingEntry[]): Promise<ExportedEntry[]> {
    // A cache that cannot be read costs the abstracts, not the export.
    const papers = await db.papers.bulkGet(entries.map(({ id }) => id)).catch(() => []);
    return entries.map((entry, position) => ({ entry, abstract: papers[position]?.abstract || undefined }));
  }
  async function written(format: ExportFormatId, chosen: readonly ReadingEntry[] | undefined, now: number) {
    const list = await readList();
    const entries = chosen ?? list;
    if (format === 'json') {
      const { writeReadingListFile } = await import('../../lib/store/reading-list-file');
      const text = writeReadingListFile(entries, now);
      return { text, extension: 'json', mediaType: 'application/json' };
    }
    const { exportFormats } = await import('../../lib/formats/export-formats');
    const known = exportFormats.find(({ id }) => id === format);
    if (!known) throw new Error(`There is no format ${format}.`);
    const names = readingStatuses.map((status) => [status, statusName(status)]);
    const context = { now, list, heading: t('pageLibrary'), statusNames: Object.fromEntries(names) };
    return { ...known, text: known.write(await withAbstracts(entries), context) };
  }
  return {
    save: (ids) => send('reading-list/save', { ids }),
    async plan(name, text) {
      const [{ readFile }, { planImport }, known] = await Promise.all([
        import('../../lib/formats/read-file'),
        import('../../lib/formats/plan-import'),
        listRecords(db),
      ]);
      return planImport(await readFile(name, text), new Map(known.map((entry) => [entry.id, entry])));
    },
    async importPlanned({ entries, papers }, run) {
      const own = await sendInBatches(entries, (some) => send('reading-list/merge', { entries: some }), run);
      await sendInBatches(papers, (some) => send('reading-list/import', { papers: some }), run, own);
      if (own.done > 0 && entries.some(({ title }) => title === ''))
        await send('reading-list/fetch-details', {});
    },
    write: async (format, chosen) => (await written(format, chosen, Date.now())).text,
    async exportFile(format, chosen) {
      const now = Date.now();
      const { text, extension, mediaType } = await written(format, chosen, now);
      const day = new Date(now).toISOString().slice(0, 10);
      const name = `papergloss-${chosen ? 'selection' : 'reading-list'}-${day}.${extension}`;
      saveFile(name, text, mediaType);
      // A list that could not be brought up has no state to note it in.
      if (format === 'json' && !chosen) await noteExport(db, now).catch(reporting('library'));
      return name;
    },
    async sendToZotero(chosen, onSaved) {
      const allowed = await browser.permissions.request({ origins: ['http://127.0.0.1/*'] });
      const { sendEntries } = await import('../../lib/zotero/send-entries');
      return sendEntries(allowed, await withAbstracts(chosen ?? (await readList())), onSaved);
    },
  };
}
