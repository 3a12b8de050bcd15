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

function sidebarPlaces(root: ParentNode): Pick<Mention, 'place' | 'quietPlace' | 'afterLoad'> | undefined {
  const rows = root.querySelector('.Layout-sidebar .BorderGrid');
  if (rows) {
    const about = rows.querySelector('.BorderGrid-row');
    const end: Place = { element: rows, position: 'after' };
    return about ? { place: { element: about, position: 'after' }, quietPlace: end } : { place: end };
  }
  const sections = root.querySelector('[class*="CodeViewSidebar-module__borderGrid"]');
  // React compares this part with what the server sent: a foreign node before that makes it draw the page anew.
  return sections ? { place: { element: sections, position: 'append' }, afterLoad: true } : undefined;
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
