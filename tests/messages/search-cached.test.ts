import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { searchCached } from '../../lib/messages/handlers/search-cached';
import type { Mark } from '../../lib/papers/search-answer';
import { storeFeedDay } from '../../lib/store/feed-days';
import { markOpened } from '../../lib/store/seen-papers';
import { newDatabase, now, paper, savePaper } from '../store/stored-papers';
import { startIndexer } from '../upkeep/indexing';

const papers = [
  paper('2606.00001', {
    title: 'Drafting ahead: faster decoding',
    summary: 'A draft model decodes ahead, and decoding gets faster.',
    repository: 'Ada/Drafts',
    upvotes: 3,
  }),
  paper('2606.00002', {
    title: 'Verifying drafts',
    abstract: 'Decoded twice.',
    repository: 'ada/drafts',
    upvotes: 9,
  }),
  paper('2606.00003', { title: 'Proteins fold', abstract: 'Nothing about text.' }),
];

async function stored() {
  const db = newDatabase();
  await storeFeedDay(db, { day: '2026-06-11', papers, rejected: 0, fetchedAt: now });
  const indexer = startIndexer(db);
  await indexer.bringUpToDate();
  return { db, indexer, search: (text: string, limit = 20) => searchCached(db, indexer, text, limit) };
}

const idsOf = ({ papers: found }: { papers: { id: string }[] }) => found.map(({ id }) => id);
const marked = (text: string, marks: readonly Mark[]) => marks.map(([start, end]) => text.slice(start, end));

describe('a search of what is cached', () => {
  it.each(['2606.00003', 'arXiv:2606.00003v2', 'https://arxiv.org/abs/2606.00003', ' 2606.00003 '])(
    'by a paper (%s) finds that paper, without the index',
    async (text) => {
      const { search, indexer, db } = await stored();
      const asked = vi.fn(indexer.search);
      expect(idsOf(await search(text))).toEqual(['2606.00003']);
      const answer = await searchCached(db, { search: asked, progress: indexer.progress }, text, 20);
      expect(answer).toMatchObject({ total: 1, papers: [{ marks: { title: [], summary: [] } }] });
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it.each(['ada/drafts', 'https://github.com/Ada/Drafts'])(
    'by a repository (%s) finds its papers, best known first',
    async (text) => {
      const { search } = await stored();
      expect(idsOf(await search(text))).toEqual(['2606.00002', '2606.00001']);
      expect(await search(text, 1)).toMatchObject({ total: 2, papers: [{ id: '2606.00002' }] });
    },
  );

  it('for owner/name that is no cached repository looks for the words', async () => {
    const { search } = await stored();
    const answer = await search('proteins/fold');
    expect(idsOf(answer)).toEqual(['2606.00003']);
    expect(answer).not.toHaveProperty('missing');
  });

  const missing: [text: string, missing: string][] = [
    ['2606.09999', '2606.09999'],
    ['https://arxiv.org/abs/2606.09999v1', '2606.09999'],
    ['zebra/fish', 'zebra/fish'],
    ['https://github.com/zebra/fish', 'zebra/fish'],
  ];
  it.each(missing)('for %s says what the cache does not have', async (text, what) => {
    expect(await (await stored()).search(text)).toEqual({ papers: [], total: 0, missing: what });
  });

  it('finds words, best first, and says how many there are', async () => {
    const { search } = await stored();
    expect(await search('decoding')).toMatchObject({ total: 2 });
    expect(idsOf(await search('decoding'))).toEqual(['2606.00001', '2606.00002']);
    expect(await search('decoding', 1)).toMatchObject({ total: 2, papers: [{ id: '2606.00001' }] });
  });

  it('marks whole words, other forms of them among them, and nothing else', async () => {
    const [first] = (await (await stored()).search('decoding')).papers;
    expect(marked(first?.title ?? '', first?.marks.title ?? [])).toEqual(['decoding']);
    expect(marked(first?.summary ?? '', first?.marks.summary ?? [])).toEqual(['decodes', 'decoding']);
  });

  it('marks in the summary as it is shown, where that is the abstract', async () => {
    const { search } = await stored();
    const [only] = (await search('"decoded twice"')).papers;
    expect(only?.id).toBe('2606.00002');
    expect(marked(only?.summary ?? '', only?.marks.summary ?? [])).toEqual(['Decoded', 'twice']);
  });

  it('says which are saved and seen', async () => {
    const { db, search } = await stored();
    await savePaper(db, '2606.00001', now);
    await markOpened(db, ['2606.00002'], now);
    const { papers: found } = await search('drafts');
    const marks = new Map(found.map(({ id, status, seen }) => [id, [status, seen]]));
    expect(marks.get('2606.00001')).toEqual(['to-read', false]);
    expect(marks.get('2606.00002')).toEqual([undefined, true]);
    expect((await search('2606.00001')).papers[0]).toMatchObject({ status: 'to-read', seen: false });
  });

  it('says which of them the reader watches for, by whatever way they are found', async () => {
    const { db, indexer } = await stored();
    const rule = { kind: 'keyword', text: 'verifying' } as const;
    const watched = async (text: string) => {
      const { papers: found } = await searchCached(db, indexer, text, 20, Promise.resolve([rule]));
      return found.filter((one) => one.watched).map(({ id, watched: by }) => [id, by]);
    };
    expect(await watched('drafts')).toEqual([['2606.00002', rule]]);
    expect(await watched('ada/drafts')).toEqual([['2606.00002', rule]]);
    expect(await watched('proteins')).toEqual([]);
  });

  it('says so where no paper has all of it', async () => {
    const answer = await (await stored()).search('proteins decoding');
    expect(answer.partly).toBe(true);
    expect(idsOf(answer).toSorted()).toEqual(['2606.00001', '2606.00002', '2606.00003']);
  });

  it('leaves out papers that are gone from the cache, of which the index does not know yet', async () => {
    const { db, search } = await stored();
    await db.papers.delete('2606.00001');
    expect(idsOf(await search('decoding'))).toEqual(['2606.00002']);
  });

  it.each(['', '   ', '"', '***', '?!'])('for %j finds nothing', async (text) => {
    expect(await (await stored()).search(text)).toEqual({ papers: [], total: 0 });
  });

  it('says how far the index is, and finds what it has', async () => {
    const { db, search } = await stored();
    const more = {
      day: '2026-06-12',
      papers: [paper('2606.00004', { title: 'Decoding late' })],
      rejected: 0,
      fetchedAt: now,
    };
    await storeFeedDay(db, more);
    expect(await search('decoding')).toMatchObject({ total: 2, indexing: { done: 3, of: 4 } });
  });

  it('says so in its very first answer, where the stored index cannot be used', async () => {
    const { db } = await stored();
    await db.indexParts.delete('index');
    const answer = await searchCached(db, startIndexer(db), 'decoding', 20);
    expect(answer).toEqual({ papers: [], total: 0, indexing: { done: 0, of: 3 } });
  });
});
