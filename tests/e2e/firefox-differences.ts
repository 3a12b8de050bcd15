// What of the end-to-end suite is not run in Firefox, each with its reason. Everything else is run in both browsers.

export interface Difference {
  /** Of `tests/e2e`. */
  file: string;
  /** Part of the name of a test or of its group, as it stands in the file; without it the whole file is meant. */
  test?: string;
  reason: string;
}

const noShifts = 'Firefox has no layout shift entries, so that the test could not fail.';
const noDispatch =
  'Firefox lets no script dispatch an event of the extension’s interfaces, such as a key or a menu.';
const noListeners =
  'Firefox does not tell the background’s own scripts whether the address bar is listened to.';
const noPdf = 'Firefox shows PDF files in a viewer of its own, where no extension may run.';
const noDownloads = 'Firefox tells its drivers nothing of a download out of a page of an extension.';
const chromiumsOwn =
  'Goes through Chromium’s debugging protocol or its page of extensions, which Firefox has not.';
const inFirefoxFiles =
  'What it proves is proved for Firefox in firefox-reading-list.test.ts and lifecycle-firefox.test.ts.';
const noWatch =
  'In Firefox no script of a driver runs in a page of an extension before the page’s own, so that nobody watches.';
const wakesAgain =
  'In Firefox a tab that closes wakes the background, which opens the database the test is about to replace.';

export const firefoxDifferences: Difference[] = [
  {
    file: 'real-pages.test.ts',
    reason: 'Reads pages by pure functions, in a browser without the extension; another one reads the same.',
  },
  { file: 'side-panel.test.ts', reason: 'Firefox has no side panel of this kind.' },
  { file: 'omnibox.test.ts', reason: noDispatch },
  { file: 'backup.test.ts', reason: 'Firefox has no folders a page may write to.' },
  { file: 'faults-background.test.ts', reason: chromiumsOwn },
  { file: 'faults-load.test.ts', reason: chromiumsOwn },
  { file: 'lifecycle-private.test.ts', reason: chromiumsOwn },
  { file: 'lifecycle-update.test.ts', reason: chromiumsOwn },
  { file: 'upgrade-killed.test.ts', reason: noWatch },
  { file: 'nothing-lost.test.ts', test: 'and every save that was acknowledged', reason: inFirefoxFiles },
  { file: 'nothing-lost.test.ts', test: 'the whole database is wiped', reason: wakesAgain },
  { file: 'nothing-lost.test.ts', test: 'leaves the old list readable', reason: wakesAgain },
  { file: 'arxiv.test.ts', test: 'moves nothing after the first paint', reason: noShifts },
  { file: 'quiet-pages.test.ts', test: 'is annotated without moving anything', reason: noShifts },
  {
    file: 'arxiv.test.ts',
    test: 'carries a card below the abstract',
    reason: 'On a busy machine Firefox may paint first; the test after it tries until it does not.',
  },
  {
    file: 'arxiv.test.ts',
    test: 'leaves the page as it was, without an error',
    reason: 'An add-on that was installed for the session does not come back from runtime.reload().',
  },
  { file: 'github.test.ts', test: 'moves nothing after the first paint', reason: noShifts },
  {
    file: 'saved-marks.test.ts',
    test: 'a card copies',
    reason: 'No driver can grant the clipboard in Firefox, so that what was copied cannot be read.',
  },
  { file: 'faults-feed.test.ts', test: 'of which no more than the limit is read', reason: chromiumsOwn },
  { file: 'diagnosis.test.ts', test: 'is kept where nobody caught it', reason: chromiumsOwn },
  { file: 'hostile-corpus.test.ts', test: 'is kept as bounded papers', reason: noWatch },
  { file: 'hostile-corpus.test.ts', test: 'shows as text in the popup', reason: noWatch },
  { file: 'hostile-corpus.test.ts', test: 'shows as text in search', reason: noWatch },
  { file: 'hostile-corpus.test.ts', test: 'shows as text in the library', reason: noWatch },
  { file: 'hostile-corpus.test.ts', test: 'ran nothing, and sent nobody anywhere', reason: noWatch },
  { file: 'hostile-corpus.test.ts', test: 'is read by the address bar', reason: noDispatch },
  { file: 'search.test.ts', test: 'listens to the keyword of the address bar', reason: noListeners },
  { file: 'badge-looks.test.ts', test: 'the badge stands in the corner of the window', reason: noPdf },
  { file: 'badge-looks.test.ts', test: 'the card opens above the badge', reason: noPdf },
  { file: 'options.test.ts', test: 'go into a file and come back from it', reason: noDownloads },
  { file: 'list-in-and-out.test.ts', test: 'is a file with everything in it', reason: noDownloads },
  { file: 'list-in-and-out.test.ts', test: 'of the selection holds that alone', reason: noDownloads },
  { file: 'list-in-and-out.test.ts', test: 'as JSON brings the whole list back', reason: noDownloads },
  { file: 'toolbar.test.ts', test: 'hides it on this page, and shows it again', reason: noDispatch },
  { file: 'saving-anywhere.test.ts', test: 'is saved by the menu of a link', reason: noDispatch },
  { file: 'saving-anywhere.test.ts', test: 'is saved by the key for the page one is on', reason: noDispatch },
  { file: 'saving-anywhere.test.ts', test: 'cannot have arXiv asked', reason: chromiumsOwn },
];

/** @param file path @param name the test's full name @returns the reason why it is not run in Firefox */
export function reasonNotInFirefox(file: string, name: string): string | undefined {
  const found = firefoxDifferences.find(
    (difference) =>
      file.endsWith(`/${difference.file}`) &&
      (difference.test === undefined || name.includes(difference.test)),
  );
  return found?.reason;
}

/** Files not run in Firefox at all. */
export const filesNotInFirefox = firefoxDifferences
  .filter(({ test }) => test === undefined)
  .map(({ file }) => file);
