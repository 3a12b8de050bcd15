import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readerMarksHandlers } from '../../lib/messages/handlers/reader-marks-handlers';
import type { Sender } from '../../lib/messages/sender';
import { thumbnailHost } from '../../lib/papers/thumbnail-host';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readRequests } from '../../lib/store/request-log';
import { hour, newDatabase, now } from '../store/stored-papers';
import { popup } from './example-background';

const id = '2606.00001';
const inPrivate: Sender = { ...popup, tab: { id: 3, incognito: true } };
const picture = (name: string) => `https://${thumbnailHost}/${name}.png`;

let db: PaperglossDatabase;
let handlers: ReturnType<typeof readerMarksHandlers>;
beforeEach(() => {
  db = newDatabase();
  handlers = readerMarksHandlers(db, () => now);
});

describe('papers in a list of our own', () => {
  it('are noted as shown, with their upvotes', async () => {
    await handlers['papers/shown']({ papers: [{ id, upvotes: 3 }], since: now - hour }, popup);
    expect(await db.seenPapers.toArray()).toEqual([{ id, shownAt: now, look: { at: now, upvotes: 3 } }]);
  });

  it('are noted as opened', async () => {
    await handlers['papers/opened']({ ids: [id] }, popup);
    expect(await db.seenPapers.toArray()).toEqual([{ id, openedAt: now }]);
  });

  it('are not noted in a private window', async () => {
    await handlers['papers/shown']({ papers: [{ id }], since: now }, inPrivate);
    await handlers['papers/opened']({ ids: [id] }, inPrivate);
    expect(await db.seenPapers.count()).toBe(0);
  });
});

describe('pictures a page of ours has loaded', () => {
  const loaded = async (urls: string[], sender = popup) => {
    await handlers['requests/images']({ urls }, sender);
    return readRequests(db);
  };
  const one = { at: now, method: 'GET', url: picture('a'), purpose: 'images' };

  it('are one line of the log, with how many they were', async () => {
    expect(await loaded([picture('a'), picture('b'), picture('c')])).toEqual([{ ...one, count: 3 }]);
  });

  it('are not counted where there is one', async () => {
    expect(await loaded([picture('a')])).toEqual([one]);
  });

  it.each([
    ['nothing', []],
    ['another host', ['https://elsewhere.example/a.png']],
    ['a host that begins like it', [`https://${thumbnailHost}.example/a.png`]],
    ['a name before the host', [`https://${thumbnailHost}@elsewhere.example/a.png`]],
    ['no TLS', [`http://${thumbnailHost}/a.png`]],
    ['what is no address', ['//', 'constructor']],
  ])('are none for %s', async (_what, urls) => {
    expect(await loaded(urls)).toEqual([]);
    expect(await loaded([...urls, picture('a')])).toEqual([one]);
  });

  it('are not told of a private window', async () => {
    expect(await loaded([picture('a')], inPrivate)).toEqual([]);
  });
});
