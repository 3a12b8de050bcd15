// The library page: reads the reading list live, changes it by message.
import browser from 'webextension-polyfill';
import { Library, type LibraryActions } from '@/components/library/Library';
import { mountPage } from '@/components/page/mount-page';
import { saveFile } from '@/components/page/save-file';
import { createSend } from '@/lib/messages/send';
import type { ReadingEntry } from '@/lib/papers/reading-entry';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { listEntries } from '@/lib/store/reading-list';
import { writeReadingListFile } from '@/lib/store/reading-list-file';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('pageLibrary'));
const db = openDatabase();

const actions: LibraryActions = {
  setStatus: (id, status) => send('reading-list/set-status', { id, status }),
  remove: (id) => send('reading-list/remove', { id }),
  restore: (entry) => send('reading-list/restore', { entry }),
  importFile: (json) => send('reading-list/import', { json }),
  async exportFile() {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    saveFile(`papergloss-reading-list-${day}.json`, writeReadingListFile(await listEntries(db), now));
  },
};

const draw = (entries: ReadingEntry[] | undefined) =>
  page.draw(<Library entries={entries} actions={actions} />);

draw(undefined);
subscribe(
  () => listEntries(db),
  draw,
  (error) => console.error(error),
);
void readSettings(browser.storage).then(page.useTheme);
watchSettings(browser.storage, new AbortController().signal, page.useTheme);
