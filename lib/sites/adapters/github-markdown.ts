// Markdown that GitHub has rendered (README, issues, pull requests …): a badge after each link to a paper.
import { findPaperLinks } from '../paper-links';
import type { SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'github-markdown',
  hosts: ['https://github.com/*'],

  isActive: (url) => url.hostname === 'github.com' && url.pathname.split('/').filter(Boolean).length >= 2,

  findMentions: (root) =>
    [...root.querySelectorAll('.markdown-body')].flatMap(findPaperLinks).map(({ link, id }) => ({
      target: { kind: 'paper', id },
      form: 'badge',
      place: { element: link, position: 'after' },
    })),

  sharesPagesWith: ['github-repository'],

  examples: {
    active: [
      'https://github.com/microsoft/X-Decoder',
      'https://github.com/microsoft/X-Decoder/issues/1',
      'https://github.com/microsoft/X-Decoder/pull/2',
      'https://github.com/microsoft/X-Decoder/blob/main/README.md',
    ],
    inactive: ['https://github.com/', 'https://github.com/microsoft', 'https://gist.github.com/someone/abc'],
  },
};

export default adapter;
