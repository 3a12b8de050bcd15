import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { forYouHandlers } from '../../lib/messages/handlers/for-you-handlers';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readState } from '../../lib/store/state';
import { newDatabase, now } from '../store/stored-papers';
import { popup } from './example-background';

const id = '2606.00001';

let db: PaperglossDatabase;
let handlers: ReturnType<typeof forYouHandlers>;
beforeEach(() => {
  db = newDatabase();
  handlers = forYouHandlers(db, () => now);
});

describe('a paper among those for the reader', () => {
  it('is dismissed, and taken back', async () => {
    await handlers['for-you/dismiss']({ id, dismissed: true }, popup);
    expect(await db.seenPapers.toArray()).toEqual([{ id, dismissedAt: now }]);
    await handlers['for-you/dismiss']({ id, dismissed: false }, popup);
    expect(await db.seenPapers.toArray()).toEqual([{ id }]);
  });
});

describe('beginning afresh', () => {
  it('forgets what was dismissed, keeps what was opened, and notes when', async () => {
    await db.seenPapers.bulkPut([
      { id, dismissedAt: now - 1, openedAt: now - 2 },
      { id: '2606.00002', dismissedAt: now - 1 },
    ]);
    await handlers['for-you/reset']({}, popup);
    expect(await db.seenPapers.toArray()).toEqual([{ id, openedAt: now - 2 }, { id: '2606.00002' }]);
    expect(await readState(db, 'for-you', undefined)).toEqual({ resetAt: now });
  });
});
