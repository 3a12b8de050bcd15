// The front page of a GitHub repository: a card in the sidebar for the papers whose code this is, and badges in its "About".
import { mayHaveSidebar, repositoryOfPage, sidebarOf } from '../github-own-places';
import { mentionsIn } from '../mentions-in';
import type { Mention, SiteAdapter } from '../types';

const targetOf = (url: URL) => (mayHaveSidebar(url) ? repositoryOfPage(url) : undefined);

/** Three generations of the sidebar: drawn by the server alone, by the server inside React, by React. */
function placesIn(sidebar: Element): Pick<Mention, 'place' | 'quietPlace' | 'afterLoad'> {
  const hasRows = sidebar.classList.contains('BorderGrid');
  const end = { element: sidebar, position: hasRows ? 'after' : 'append' } as const;
  if (!sidebar.closest('.Layout-sidebar')) return { place: end, afterLoad: true };
  const about = sidebar.querySelector('.BorderGrid-row');
  return about ? { place: { element: about, position: 'after' }, quietPlace: end } : { place: end };
}

const adapter: SiteAdapter = {
  id: 'github-repository',
  hosts: ['https://github.com/*'],

  isActive: (url) => targetOf(url) !== undefined,

  ownTarget: targetOf,

  findMentions(root, url): Mention[] {
    const target = targetOf(url);
    const sidebar = target && sidebarOf(root, url);
    if (!sidebar) return [];
    const places = placesIn(sidebar);
    const about = mentionsIn([sidebar.firstElementChild], url, { except: [target], text: true });
    return [
      { target, form: 'card', ...places },
      ...about.map((mention) => ({ ...mention, afterLoad: places.afterLoad })),
    ];
  },

  sharesPagesWith: ['github-header', 'github-markdown'],

  fixtureDate: '2026-08',
  examples: {
    active: [
      'https://github.com/microsoft/X-Decoder',
      'https://github.com/microsoft/X-Decoder?tab=readme-ov-file',
      'https://github.com/microsoft/X-Decoder/tree/main',
    ],
    inactive: [
      'https://github.com/',
      'https://github.com/microsoft',
      'https://github.com/features/actions',
      'https://github.com/topics/diffusion',
      'https://github.com/microsoft/X-Decoder/issues/1',
      'https://github.com/microsoft/X-Decoder/blob/main/README.md',
      'https://gist.github.com/someone/0123456789abcdef',
    ],
  },
};

export default adapter;
