import { describe, expect, it } from 'vitest';
import { changeEntry, newEntry } from '../../lib/papers/entry-changes';
import type { StoredPaper } from '../../lib/papers/paper';
import { savedCardData, toCardData } from '../../lib/papers/to-card-data';

const paper = (fields: Partial<StoredPaper> = {}): StoredPaper => ({
  id: '2606.00001',
  title: 'A title',
  abstract: '',
  authors: ['Ada Lindqvist'],
  keywords: ['K'],
  fetchedAt: 5,
  origin: 'feed',
  ...fields,
});

describe('the card of a paper', () => {
  it('has what a card shows, and nothing of what only the store needs', () => {
    const facts = {
      upvotes: 12,
      comments: 0,
      repository: 'Ada/Code',
      stars: 3,
      projectPage: 'https://a.example/',
      organization: 'A Lab',
      day: '2026-06-12',
      rank: 2,
      rankOf: 40,
    };
    const related = [
      {
        id: '2606.00002',
        title: 'B',
        reasons: [{ kind: 'repository' as const, repository: 'Ada/Code' }],
        saved: false,
        seen: true,
      },
    ];
    const stored = paper({ ...facts, summary: 'In short.', repositoryKey: 'ada/code' });
    expect(toCardData(stored, related, 'reading')).toEqual({
      id: '2606.00001',
      title: 'A title',
      summary: 'In short.',
      summaryFrom: 'summary',
      ...facts,
      fetchedAt: 5,
      origin: 'feed',
      related,
      status: 'reading',
    });
    expect(toCardData(stored, related)).not.toHaveProperty('repositoryKey');
  });

  it('has what is true for this reader, where it is known', () => {
    const marks = {
      seen: true,
      watched: { kind: 'author' as const, text: 'Lindqvist' },
      upvoteHistory: [{ at: 5, upvotes: 3 }],
    };
    expect(toCardData(paper(), [], undefined, marks)).toMatchObject(marks);
    expect(toCardData(paper(), [])).not.toHaveProperty('seen');
  });

  it('takes whole sentences of the abstract where there is no summary', () => {
    const abstract = 'We look at one thing. It is larger than it seems. '.repeat(10);
    const { summary, summaryFrom } = toCardData(paper({ abstract }), []);
    expect(summaryFrom).toBe('abstract');
    expect(summary).toMatch(/^We look at one thing\..*\.$/);
    expect(summary.length).toBeLessThanOrEqual(280);
  });

  it('says so when there is neither', () => {
    expect(toCardData(paper(), [])).toMatchObject({ summary: '', summaryFrom: 'none', status: undefined });
  });
});

describe('the card of a saved paper that is not cached', () => {
  const at = (now: number) => ({ now, device: 'mine' });
  const facts = { id: '2606.00001', title: 'A title', authors: ['Ada Lindqvist'], repository: 'Ada/Code' };
  const saved = newEntry(facts, at(5));

  it('has what the list knows, and says where that is from', () => {
    const reading = changeEntry(saved, { status: 'reading', note: 'mine alone', addTags: ['a'] }, at(9));
    expect(savedCardData(reading)).toEqual({
      id: '2606.00001',
      title: 'A title',
      summary: '',
      summaryFrom: 'none',
      repository: 'Ada/Code',
      fetchedAt: 9,
      origin: 'list',
      related: [],
      status: 'reading',
    });
  });

  it('has what is true for this reader, where it is known', () => {
    expect(savedCardData(saved, { seen: true })).toMatchObject({ seen: true, origin: 'list' });
  });

  it('is called by its id until its title is known', () => {
    const untitled = newEntry({ id: 'hep-th/9901001', title: '', authors: [] }, at(5));
    expect(savedCardData(untitled).title).toBe('arXiv:hep-th/9901001');
  });
});
