// The library page: follows the reading list and what the cache knows of it, changes it and searches by message.
import browser from 'webextension-polyfill';
import { Library, type LibraryActions, type LibraryProps } from '@/components/library/Library';
import { failureOf, failureText } from '@/components/page/failure-text';
import { mountPage } from '@/components/page/mount-page';
import { readDetailsState } from '@/lib/arxiv/details-state';
import { keepEvents } from '@/lib/diagnosis/keep-events';
import { report, reporting } from '@/lib/diagnosis/report';
import { searchMessages } from '@/lib/messages/search-messages';
import { createSend } from '@/lib/messages/send';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { followCachedFacts } from '@/lib/store/cached-facts';
import { openDatabase } from '@/lib/store/database';
import { followEntries } from '@/lib/store/follow-entries';
import { readMoreLikeSaved } from '@/lib/store/more-like-saved';
import { readOldEntries } from '@/lib/store/old-entries';
import { mayBeOld } from '@/lib/store/store-error';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';
import { followBackupReminder } from './backup-reminder';
import { listFilesActions } from './list-files';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('pageLibrary'));
const db = openDatabase();
keepEvents(db, 'library');

/** More than that is a list of its own. */
const suggestedAtMost = 20;

const actions: LibraryActions = {
  save: (id) => send('reading-list/save', { ids: [id] }),
  change: (changes) => send('reading-list/change', { changes }),
  remove: (ids) => send('reading-list/remove', { ids }),
  restore: (entries) => send('reading-list/restore', { entries }),
  fetchDetails: () => send('reading-list/fetch-details', {}),
  ...searchMessages(send),
};

let files = listFilesActions(send, db, browser);

type Shown = Omit<LibraryProps, 'actions' | 'files' | 'reminder'>;
let shown: Shown = { list: undefined, facts: new Map(), suggested: [] };
const reminderOf = followBackupReminder(db, () => draw());

function draw(changed: Partial<Shown> = {}): void {
  shown = { ...shown, ...changed };
  const { list } = shown;
  const reminder = list?.complete ? reminderOf(list.entries) : undefined;
  page.draw(<Library {...shown} {...{ reminder, actions, files }} />);
}

/** Where what an earlier version stored could not be brought up it is shown as it lies. Where there is nothing, the reader is told why. */
async function showOldEntries(error: unknown): Promise<void> {
  report(error, 'library');
  const entries = mayBeOld(error) ? await readOldEntries().catch(() => []) : [];
  if (entries.length === 0) return draw({ failure: failureText(failureOf(error)) });
  files = listFilesActions(send, db, browser, async () => entries);
  draw({ list: { entries, complete: true }, readOnly: true });
}

draw();
followEntries(db, (list) => draw({ list }), showOldEntries);
followCachedFacts(db, (facts) => draw({ facts }), reporting('library'));
subscribe(
  () => readMoreLikeSaved(db, suggestedAtMost),
  (suggested) => draw({ suggested }),
  reporting('library'),
);
subscribe(
  () => readDetailsState(db),
  (details) => draw({ details }),
  reporting('library'),
);
void readSettings(browser.storage).then(page.useTheme);
watchSettings(browser.storage, new AbortController().signal, page.useTheme);
