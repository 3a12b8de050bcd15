// Every other page of arXiv (home, archives, formats, help, the blog): badges for what its main part names.
import { arxivHosts, arxivPageOf } from '../arxiv-page';
import { mentionsIn } from '../mentions-in';
import type { SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'arxiv-other',
  hosts: arxivHosts,
  isActive: (url) => arxivPageOf(url) === 'other',
  findMentions: (root, url) => mentionsIn([root.querySelector('main')], url, { text: true }),

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://arxiv.org/format/2412.17747',
      'https://arxiv.org/',
      'https://arxiv.org/archive/cs',
      'https://arxiv.org/year/cs/2026',
      'https://info.arxiv.org/help/arxiv_identifier.html',
      'https://blog.arxiv.org/',
    ],
    inactive: [
      'https://arxiv.org/abs/2412.17747',
      'https://arxiv.org/abs/not-a-paper',
      'https://ar5iv.labs.arxiv.org/',
      'https://notarxiv.org/',
      'https://www.alphaxiv.org/',
    ],
  },
};

export default adapter;
