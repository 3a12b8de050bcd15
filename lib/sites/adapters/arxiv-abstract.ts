// The abstract page of arXiv: one card for the page's own paper, below the abstract.
import { paperIdFromUrl } from '../../papers/paper-id';
import type { Target } from '../../papers/target';
import type { Mention, SiteAdapter } from '../types';

function targetOf(url: URL): Target | undefined {
  const id = /^\/+abs\//.test(url.pathname) ? paperIdFromUrl(url)?.id : undefined;
  return id ? { kind: 'paper', id } : undefined;
}

const adapter: SiteAdapter = {
  id: 'arxiv-abstract',
  hosts: ['https://*.arxiv.org/*'],

  isActive: (url) => targetOf(url) !== undefined && /(^|\.)arxiv\.org$/.test(url.hostname),

  expectedTargets(url) {
    const target = targetOf(url);
    return target ? [target] : [];
  },

  findMentions(root, url): Mention[] {
    const target = targetOf(url);
    const abstract = root.querySelector('#abs blockquote.abstract');
    if (!target || !abstract) return [];
    const rightColumn = root.querySelector('.extra-services');
    return [
      {
        target,
        form: 'card',
        place: { element: abstract, position: 'after' },
        quietPlace: rightColumn ? { element: rightColumn, position: 'append' } : undefined,
      },
    ];
  },

  examples: {
    active: [
      'https://arxiv.org/abs/2412.17747',
      'https://arxiv.org/abs/2412.17747v2',
      'https://www.arxiv.org/abs/hep-th/9901001',
      'https://export.arxiv.org/abs/2412.17747?context=cs',
    ],
    inactive: [
      'https://arxiv.org/',
      'https://arxiv.org/list/cs.CL/recent',
      'https://arxiv.org/pdf/2412.17747',
      'https://arxiv.org/abs/',
      'https://arxiv.org/abs/not-a-paper',
      'https://arxiv.org/help/abs/2412.17747',
    ],
  },
};

export default adapter;
