// The front page of a GitHub repository: a card in the sidebar for the papers whose code this is.
import { repoSlugFromUrl } from '../../papers/repo-slug';
import type { Target } from '../../papers/target';
import type { Mention, Place, SiteAdapter } from '../types';

/** `/owner/name` and `/owner/name/tree/branch` show the sidebar; deeper pages do not. */
function targetOf(url: URL): Target | undefined {
  const [owner, name, view] = url.pathname.split('/').filter(Boolean);
  if (!owner || !name || (view && view !== 'tree')) return undefined;
  const slug = repoSlugFromUrl(url);
  return slug ? { kind: 'repository', slug } : undefined;
}

/** Three generations of the sidebar: drawn by the server alone, by the server inside React, by React. */
function sidebarPlaces(root: ParentNode): Pick<Mention, 'place' | 'quietPlace' | 'afterLoad'> | undefined {
  const rows = root.querySelector('.BorderGrid');
  const sections = rows ? undefined : root.querySelector('[class*="CodeViewSidebar-module__borderGrid"]');
  const end: Place | undefined = rows
    ? { element: rows, position: 'after' }
    : sections
      ? { element: sections, position: 'append' }
      : undefined;
  if (!end) return undefined;
  // React compares what it draws with what the server sent: a foreign node before that makes it draw the page anew.
  if (!rows?.closest('.Layout-sidebar')) return { place: end, afterLoad: true };
  const about = rows.querySelector('.BorderGrid-row');
  return about ? { place: { element: about, position: 'after' }, quietPlace: end } : { place: end };
}

const adapter: SiteAdapter = {
  id: 'github-repository',
  hosts: ['https://github.com/*'],

  isActive: (url) => url.hostname === 'github.com' && targetOf(url) !== undefined,

  expectedTargets(url) {
    const target = targetOf(url);
    return target ? [target] : [];
  },

  findMentions(root, url): Mention[] {
    const target = targetOf(url);
    const places = target && sidebarPlaces(root);
    return target && places ? [{ target, form: 'card', ...places }] : [];
  },

  sharesPagesWith: ['github-markdown'],

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
