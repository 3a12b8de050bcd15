// Made-up cards for the tests of what is drawn into pages.
import type { CardData } from '../../../lib/papers/card-data';

export const fullCard: CardData = {
  id: '2412.17747',
  title: 'A Paper About Drafting',
  summary: 'Drafting with a small model makes a large one answer sooner.',
  summaryFrom: 'summary',
  upvotes: 128,
  comments: 5,
  repository: 'Owner/Repo',
  stars: 1234,
  projectPage: 'https://project.example.org/drafting',
  organization: 'An Institute',
  day: '2020-11-20',
  rank: 3,
  rankOf: 42,
  fetchedAt: Date.now() - 7_300_000,
  origin: 'feed',
  related: [
    {
      id: '2401.00001',
      title: 'A Neighbour',
      reasons: [
        { kind: 'organization', organization: 'An Institute' },
        { kind: 'keywords', keywords: ['speculative decoding', 'draft model'] },
      ],
      saved: true,
      seen: true,
    },
    {
      id: '2401.00002',
      title: 'Another Neighbour',
      reasons: [{ kind: 'repository', repository: 'owner/repo' }],
      saved: false,
      seen: false,
    },
  ],
};

/** Everything that may be absent is. */
export const bareCard: CardData = {
  id: '2412.00001',
  title: 'Only a Title',
  summary: '',
  summaryFrom: 'none',
  fetchedAt: 0,
  origin: 'feed',
  related: [],
};

/** Of a paper that is not cached: all that is known is what its page says, and what is near it. */
export const pageCard: CardData = { ...bareCard, origin: 'page', related: fullCard.related };
