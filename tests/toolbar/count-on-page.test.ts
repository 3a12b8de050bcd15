import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Target } from '../../lib/papers/target';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storePapers } from '../../lib/store/papers';
import { countOnPage } from '../../lib/toolbar/count-on-page';
import { newDatabase, now, paper, storedEntry } from '../store/stored-papers';

let db: PaperglossDatabase;
beforeEach(async () => {
  db = newDatabase();
  const repository = 'Known/Code';
  await storePapers(db, [paper('2606.00001', { repository }), paper('2606.00002', { repository })], now);
  await db.readingEntries.put(storedEntry('2303.00001'));
});
afterEach(() => db.delete());

const named = (id: string): Target => ({ kind: 'paper', id });
const repository = (slug: string): Target => ({ kind: 'repository', slug });

function count(url: string | undefined, answer: () => Promise<unknown>) {
  const sendMessage = vi.fn(answer);
  return { sendMessage, papers: countOnPage(db, { get: async (id) => ({ id, url }), sendMessage }, 7) };
}

describe('the papers of a page', () => {
  it('are counted once each, cached ones and those on the reading list, by id and by repository', async () => {
    const { papers, sendMessage } = count('https://arxiv.org/abs/2606.00001', async () => [
      named('2606.00001'),
      named('2303.00001'),
      named('2303.99999'),
      repository('known/code'),
    ]);
    expect(await papers).toBe(3);
    expect(sendMessage.mock.calls).toEqual([[7, { type: 'page/targets' }]]);
  });

  it('are the one of the address where no script of ours answers, as on a PDF in Firefox', async () => {
    const { papers } = count('https://arxiv.org/pdf/2606.00001', () => Promise.reject(new Error('No one')));
    expect(await papers).toBe(1);
  });

  it('are none on a page whose address is hidden, or that names none', async () => {
    expect(await count(undefined, async () => [named('2606.00001')]).papers).toBe(0);
    expect(await count('https://example.org/', async () => []).papers).toBe(0);
  });
});
