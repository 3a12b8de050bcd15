// A paper on alphaXiv: a badge in the corner. The page is React's from end to end, so nothing is put into it.
import { paperOfPath } from '../arxiv-page';
import type { SiteAdapter } from '../types';

const targetOf = (url: URL) => (/(?:^|\.)alphaxiv\.org$/.test(url.hostname) ? paperOfPath(url) : undefined);

const adapter: SiteAdapter = {
  id: 'alphaxiv',
  hosts: ['https://*.alphaxiv.org/*'],
  isActive: (url) => targetOf(url) !== undefined,

  ownTarget: targetOf,

  findMentions(root, url) {
    const target = targetOf(url);
    const body = root.querySelector('body');
    if (!target || !body?.firstElementChild) return [];
    return [
      {
        target,
        form: 'badge',
        look: 'corner',
        afterLoad: true,
        place: { element: body, position: 'append' },
      },
    ];
  },

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://www.alphaxiv.org/abs/2412.17747',
      'https://alphaxiv.org/overview/2412.17747v2',
      'https://www.alphaxiv.org/html/2412.17747',
      'https://www.alphaxiv.org/pdf/hep-th/9901001',
    ],
    inactive: [
      'https://www.alphaxiv.org/',
      'https://www.alphaxiv.org/explore',
      'https://arxiv.org/abs/2412.17747',
    ],
  },
};

export default adapter;
