// Markdown that GitHub has rendered (README, issue, pull request, discussion, wiki, release, file, gist, profile …) and titles of
// issues: badges for what links and text name. Code and diffs stay as they are.
import { type Target, targetKey } from '../../papers/target';
import { targetOfAddress } from '../../papers/target-of-address';
import { afterReact, nameInHeader, repositoryOfPage, sidebarOf } from '../github-own-places';
import { mentionsIn } from '../mentions-in';
import type { Mention, SiteAdapter } from '../types';

const rendered = '.markdown-body';

const isNoDiff = (part: Element) => !part.closest('.prose-diff');

/** An issue or pull request of another repository that mentions this one: a title, linked from the timeline. */
function referencesFrom(root: ParentNode, own: Target): Mention[] {
  return [...root.querySelectorAll('a.markdown-title[href^="/"]')].flatMap((link) => {
    const target = targetOfAddress(`https://github.com${link.getAttribute('href')}`);
    if (!target || targetKey(target) === targetKey(own)) return [];
    return [{ target, form: 'badge', place: { element: link, position: 'after' } }];
  });
}

const adapter: SiteAdapter = {
  id: 'github-markdown',
  hosts: ['https://github.com/*', 'https://gist.github.com/*'],

  isActive: ({ hostname }) => hostname === 'github.com' || hostname === 'gist.github.com',

  findMentions(root, url): Mention[] {
    const own = repositoryOfPage(url);
    const isShown = own && (nameInHeader(root, own.slug) ?? sidebarOf(root, url));
    const options = { except: isShown ? [own] : [], text: true };
    const parts = [...root.querySelectorAll(rendered)].filter(isNoDiff);
    const titles = mentionsIn(root.querySelectorAll('.markdown-title'), url, options);
    const references = own ? referencesFrom(root, own) : [];
    // React sets rendered markdown as it came and never looks into it again; titles it draws itself, and compares.
    return [...mentionsIn(parts, url, options), ...[...titles, ...references].map(afterReact)];
  },

  sharesPagesWith: ['github-header', 'github-listing', 'github-repository'],

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://github.com/microsoft/X-Decoder',
      'https://github.com/microsoft/X-Decoder/issues/1',
      'https://github.com/microsoft/X-Decoder/pull/2',
      'https://github.com/microsoft/X-Decoder/discussions/3',
      'https://github.com/microsoft/X-Decoder/wiki/Home',
      'https://github.com/microsoft/X-Decoder/releases',
      'https://github.com/microsoft/X-Decoder/blob/main/README.md',
      'https://github.com/microsoft',
      'https://gist.github.com/someone/0123456789abcdef',
    ],
    inactive: ['https://docs.github.com/en', 'https://huggingface.co/papers'],
  },
};

export default adapter;
