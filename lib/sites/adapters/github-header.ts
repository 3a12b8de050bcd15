// Any page of a GitHub repository that has no sidebar (issues, files, wiki …): a badge beside the repository's name in the header.
import {
  isDrawnByReact,
  mayHaveSidebar,
  nameInHeader,
  repositoryOfPage,
  sidebarOf,
} from '../github-own-places';
import type { Mention, SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'github-header',
  hosts: ['https://github.com/*'],

  isActive: (url) => repositoryOfPage(url) !== undefined,

  ownTarget: repositoryOfPage,

  findMentions(root, url): Mention[] {
    const target = repositoryOfPage(url);
    const name = target && !sidebarOf(root, url) ? nameInHeader(root, target.slug) : undefined;
    if (!target || !name?.parentElement) return [];
    return [
      {
        target,
        form: 'badge',
        // Within the name's own element: the line around it is a flex box, whose end is no place for what takes no room.
        place: { element: name.parentElement, position: 'append' },
        // The header arrives before a sidebar would.
        ...((mayHaveSidebar(url) || isDrawnByReact(name)) && { afterLoad: true }),
      },
    ];
  },

  sharesPagesWith: ['github-markdown', 'github-repository'],

  fixtureDate: '2026-08',
  examples: {
    active: [
      'https://github.com/someone/drafts/issues/1',
      'https://github.com/microsoft/X-Decoder/pull/2/files',
      'https://github.com/microsoft/X-Decoder/blob/main/README.md',
      'https://github.com/microsoft/X-Decoder/tree/main/configs',
      'https://github.com/microsoft/X-Decoder/wiki',
      'https://github.com/microsoft/X-Decoder',
    ],
    inactive: [
      'https://github.com/',
      'https://github.com/microsoft',
      'https://github.com/topics/diffusion',
      'https://gist.github.com/someone/0123456789abcdef',
    ],
  },
};

export default adapter;
