// Any page the reader has allowed beyond those that have an adapter of their own: badges for what its links and its text name.
import { mentionsIn } from '../mentions-in';
import type { SiteAdapter } from '../types';

/** Sites that have adapters of their own. */
const ownAdapters = /(?:^|\.)(?:arxiv\.org|ar5iv\.org|alphaxiv\.org|github\.com|huggingface\.co)$/;

/** The page itself, and the parts of it that lie in open shadow roots, however deep. */
function* partsOf(root: ParentNode): Generator<ParentNode> {
  yield root;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* partsOf(shadowRoot);
}

const adapter: SiteAdapter = {
  id: 'any-page',
  hosts: ['https://*/*'],

  isActive: ({ protocol, hostname }) => protocol === 'https:' && !ownAdapters.test(hostname),

  findMentions: (root, url) => mentionsIn(partsOf(root), url, { text: true }),

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://news.ycombinator.com/',
      'https://en.wikipedia.org/wiki/ArXiv',
      'https://example.org/arxiv.org/abs/2412.17747',
    ],
    inactive: [
      'http://news.ycombinator.com/',
      'https://arxiv.org/abs/2412.17747',
      'https://gist.github.com/someone/0123456789abcdef',
      'https://huggingface.co/papers',
      'https://www.alphaxiv.org/abs/2412.17747',
    ],
  },
};

export default adapter;
