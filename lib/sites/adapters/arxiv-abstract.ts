// The abstract page of arXiv: a card for the page's own paper below the abstract, and badges for what the page names of others.
import { arxivHosts, pagesOfOnePaper, paperOfPath } from '../arxiv-page';
import { mentionsIn } from '../mentions-in';
import type { SiteAdapter } from '../types';

/** What authors write themselves. Links of the site around it lead to this paper again, or to services. */
const written = '#abs > h1.title, #abs > blockquote.abstract, #abs > .metatable';

const adapter: SiteAdapter = {
  id: 'arxiv-abstract',
  hosts: arxivHosts,
  ...pagesOfOnePaper('abstract'),

  findMentions(root, url) {
    const target = paperOfPath(url);
    const options = { text: true, except: [target] };
    const abstract = root.querySelector('#abs blockquote.abstract');
    // No such paper: arXiv answers with a page that says what identifiers look like.
    if (!target || !abstract) return mentionsIn([root.querySelector('main')], url, options);
    const rightColumn = root.querySelector('.extra-services');
    return [
      {
        target,
        form: 'card',
        place: { element: abstract, position: 'after' },
        // The column beside the abstract is the longer one on some pages: what lies below both must not move.
        quietPlace: rightColumn ? { element: rightColumn, position: 'append' } : undefined,
        quietForm: 'aside',
      },
      ...mentionsIn(root.querySelectorAll(written), url, options),
    ];
  },

  fixtureDate: '2026-11',
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
      'https://ar5iv.labs.arxiv.org/abs/2412.17747',
    ],
  },
};

export default adapter;
