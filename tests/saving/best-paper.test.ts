import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bestPaperOf } from '../../lib/saving/best-paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storePapers } from '../../lib/store/papers';
import { newDatabase, now, paper } from '../store/stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});
afterEach(() => db.delete());

describe('the paper that stands for a repository', () => {
  it('is the cached one with the most upvotes, however its name is written', async () => {
    const repository = 'Known/Code';
    await storePapers(
      db,
      [
        paper('2606.00001', { repository, upvotes: 3 }),
        paper('2606.00002', { repository, upvotes: 128 }),
        paper('2606.00003', { repository: 'other/code', upvotes: 500 }),
      ],
      now,
    );
    expect(await bestPaperOf(db, 'known/code')).toBe('2606.00002');
  });

  it('is none where none is cached', async () => {
    expect(await bestPaperOf(db, 'known/code')).toBeUndefined();
  });
});
