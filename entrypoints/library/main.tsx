// The library page: reads the reading list live, changes it and searches by message.
import browser from 'webextension-polyfill';
import { Library, type LibraryActions } from '@/components/library/Library';
import type { SuggestedPaper } from '@/components/library/MoreLikeSaved';
import { mountPage } from '@/components/page/mount-page';
import { saveFile } from '@/components/page/save-file';
import { searchMessages } from '@/lib/messages/search-messages';
import { createSend } from '@/lib/messages/send';
import type { ReadingEntry } from '@/lib/papers/reading-entry';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { readMoreLikeSaved } from '@/lib/store/more-like-saved';
import { listEntries } from '@/lib/store/reading-list';
import { writeReadingListFile } from '@/lib/store/reading-list-file';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('pageLibrary'));
const db = openDatabase();

/** More than that is a list of its own. */
const suggestedAtMost = 20;

const actions: LibraryActions = {
  save: (id) => send('reading-list/save', { id }),
  setStatus: (id, status) => send('reading-list/set-status', { id, status }),
  remove: (id) => send('reading-list/remove', { id }),
  restore: (entry) => send('reading-list/restore', { entry }),
  ...searchMessages(send),
  importFile: (json) => send('reading-list/import', { json }),
  async exportFile() {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    saveFile(`papergloss-reading-list-${day}.json`, writeReadingListFile(await listEntries(db), now));
  },
};

let entries: ReadingEntry[] | undefined;
let suggested: SuggestedPaper[] = [];
const draw = () => page.draw(<Library {...{ entries, suggested, actions }} />);

draw();
subscribe(
  () => listEntries(db),
  (listed) => {
    entries = listed;
    draw();
  },
  console.error,
);
subscribe(
  () => readMoreLikeSaved(db, suggestedAtMost),
  (papers) => {
    suggested = papers;
    draw();
  },
  console.error,
);
void readSettings(browser.storage).then(page.useTheme);
watchSettings(browser.storage, new AbortController().signal, page.useTheme);
