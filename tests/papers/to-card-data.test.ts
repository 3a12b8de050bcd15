import { describe, expect, it } from 'vitest';
import type { StoredPaper } from '../../lib/papers/paper';
import { toCardData } from '../../lib/papers/to-card-data';

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
