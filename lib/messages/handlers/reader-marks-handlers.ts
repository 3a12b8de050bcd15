// What lists of our own tell about the reader: which papers were shown and opened, and which pictures were loaded for them.

import { isThumbnail } from '../../papers/thumbnail-host';
import type { PaperglossDatabase } from '../../store/database';
import type { RequestRecord } from '../../store/request-log';
import { appendRequests } from '../../store/request-log';
import { markOpened, markShown } from '../../store/seen-papers';
import type { Handlers } from '../listen';

type ReaderMarks = Extract<keyof Handlers, 'papers/shown' | 'papers/opened' | 'requests/images'>;

/** What comes from a private window is answered and not kept. `now` gives ms since 1970. */
export function readerMarksHandlers(db: PaperglossDatabase, now: () => number): Pick<Handlers, ReaderMarks> {
  return {
    async 'papers/shown'({ papers, since }, { tab }) {
      if (!tab?.incognito) await markShown(db, papers, since, now());
      return undefined;
    },
    async 'papers/opened'({ ids }, { tab }) {
      if (!tab?.incognito) await markOpened(db, ids, now());
      return undefined;
    },
    async 'requests/images'({ urls }, { tab }) {
      // An address of any other host would make the log say what was never asked for.
      const loaded = urls.filter(isThumbnail);
      const [url] = loaded;
      if (url === undefined || tab?.incognito) return undefined;
      const record: RequestRecord = { at: now(), method: 'GET', url, purpose: 'images' };
      await appendRequests(db, [loaded.length > 1 ? { ...record, count: loaded.length } : record]);
      return undefined;
    },
  };
}
