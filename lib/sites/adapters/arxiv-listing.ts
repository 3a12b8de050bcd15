// arXiv's lists: new, recent, by month or year, and what one has missed. A badge per entry, and the list itself for the bar above it.
import { definitionList, definitionMentions } from '../arxiv-entries';
import { arxivHosts, arxivPageOf } from '../arxiv-page';
import type { SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'arxiv-listing',
  hosts: arxivHosts,
  isActive: (url) => arxivPageOf(url) === 'listing',
  findMentions: definitionMentions,
  findList: definitionList,

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://arxiv.org/list/cs.CL/new',
      'https://arxiv.org/list/cs.CL/recent?skip=50&show=50',
      'https://www.arxiv.org/list/hep-th/pastweek',
      'https://arxiv.org/list/cs/current',
      'https://arxiv.org/list/cs.LG/2412',
      'https://arxiv.org/list/cs.LG/2024-12?skip=0&show=2000',
      'https://arxiv.org/list/math/2024',
      'https://arxiv.org/catchup/cs.CL/2026-06-30?abs=True&page=1',
      'https://export.arxiv.org/list/cs.AI/recent',
    ],
    inactive: [
      'https://arxiv.org/',
      'https://arxiv.org/list/',
      'https://arxiv.org/catchup',
      'https://arxiv.org/abs/2412.17747',
      'https://info.arxiv.org/help/list/index.html',
      'https://ar5iv.labs.arxiv.org/list/cs.CL/recent',
    ],
  },
};

export default adapter;
