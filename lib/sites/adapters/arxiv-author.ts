// The page arXiv keeps for an author: a list like any other, without sections.
import { definitionList, definitionMentions } from '../arxiv-entries';
import { arxivHosts, arxivPageOf } from '../arxiv-page';
import type { SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'arxiv-author',
  hosts: arxivHosts,
  isActive: (url) => arxivPageOf(url) === 'author',
  findMentions: definitionMentions,
  findList: definitionList,

  fixtureDate: '2026-11',
  examples: {
    active: ['https://arxiv.org/a/lindqvist_a_1', 'https://arxiv.org/a/0000-0002-1825-0097'],
    inactive: [
      'https://arxiv.org/a/',
      'https://arxiv.org/archive/cs',
      'https://arxiv.org/search/?query=Lindqvist&searchtype=author',
    ],
  },
};

export default adapter;
