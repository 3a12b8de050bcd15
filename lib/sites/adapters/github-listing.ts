// GitHub's pages outside of repositories (trending, topics, search, explore, collections, stars, lists, accounts): a badge on each
// repository that has a title there, and on the papers that descriptions name.
import { elementAt } from '../element-at';
import { afterReact, frontPageOf, repositoryOfPage } from '../github-own-places';
import { mentionsIn } from '../mentions-in';
import type { Mention, SiteAdapter } from '../types';

const titleLines = 'h1,h2,h3,h4,.search-title';

const titleLinks = `:is(${titleLines},.pinned-item-list-item-content) a`;

/** Has an adapter of its own. */
const isInMarkdown = (element: Element) => element.closest('.markdown-body') !== null;

function titleMentions(main: Element): Mention[] {
  const found: Mention[] = [];
  for (const link of main.querySelectorAll(titleLinks)) {
    const slug = frontPageOf(link);
    const line = link.closest(titleLines) ?? link.parentElement;
    if (!slug || !line || isInMarkdown(line)) continue;
    const target = { kind: 'repository', slug } as const;
    found.push({ target, form: 'badge', place: { element: line, position: 'append' } });
  }
  return found;
}

/** Papers, and repositories that are written out; not the many links to issues, stars and forks of what is listed. */
function descriptionMentions(main: Element, url: URL, listed: Mention[]): Mention[] {
  const except = listed.map(({ target }) => target);
  return mentionsIn([main], url, { except, text: true }).filter(({ target, place }) => {
    const around = elementAt(place);
    const isNamed = target.kind === 'paper' || place.element !== around;
    return isNamed && around && !isInMarkdown(around);
  });
}

const adapter: SiteAdapter = {
  id: 'github-listing',
  hosts: ['https://github.com/*'],

  isActive: (url) =>
    url.hostname === 'github.com' && !repositoryOfPage(url) && url.searchParams.get('type') !== 'code',

  findMentions(root, url): Mention[] {
    const main = root.querySelector('main');
    if (!main) return [];
    const titles = titleMentions(main);
    return [...titles, ...descriptionMentions(main, url, titles)].map(afterReact);
  },

  sharesPagesWith: ['github-markdown'],

  fixtureDate: '2026-08',
  examples: {
    active: [
      'https://github.com/trending/python?since=daily',
      'https://github.com/topics/diffusion',
      'https://github.com/search?q=lora&type=repositories',
      'https://github.com/explore',
      'https://github.com/collections/machine-learning',
      'https://github.com/microsoft?tab=repositories',
      'https://github.com/orgs/microsoft/repositories',
      'https://github.com/someone?tab=stars',
      'https://github.com/stars/someone/lists/papers',
    ],
    inactive: [
      'https://github.com/microsoft/X-Decoder',
      'https://github.com/microsoft/X-Decoder/issues',
      'https://github.com/search?q=arxiv&type=code',
      'https://gist.github.com/discover',
    ],
  },
};

export default adapter;
