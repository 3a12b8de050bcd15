// Results of arXiv's simple and advanced search: a badge per result, and for what abstracts and comments name.
import { entryMentions, ownTarget } from '../arxiv-entries';
import { arxivHosts, arxivPageOf } from '../arxiv-page';
import type { SiteAdapter } from '../types';

const adapter: SiteAdapter = {
  id: 'arxiv-search',
  hosts: arxivHosts,
  isActive: (url) => arxivPageOf(url) === 'search',

  findMentions(root, url) {
    const results = [...root.querySelectorAll('.arxiv-result')];
    return entryMentions(
      {
        // Behind the identifier stand subjects, on the same line; behind the title stands nothing.
        own: results.map((result) => [result, result.querySelector('p.title') ?? result]),
        links: root.querySelectorAll('.arxiv-result > p:not(.authors) a, main .help a'),
        // The short form of an abstract may cut an address in two.
        texts: root.querySelectorAll(
          '.arxiv-result > .title, .arxiv-result .abstract-full, .arxiv-result > .is-size-7',
        ),
      },
      url,
    );
  },

  findList(root) {
    const results = root.querySelectorAll<HTMLElement>('.arxiv-result');
    const entries = [...results].flatMap((result) => {
      const target = ownTarget(result);
      return target ? [{ target, elements: [result], section: 0 }] : [];
    });
    // The line that switches abstracts on and off has room; a heading holds the query, and a link at its other end.
    const line = root.querySelector('main form .control.is-size-7') ?? root.querySelector('main h1');
    return line && entries.length > 0 ? { place: { element: line, position: 'append' }, entries } : undefined;
  },

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://arxiv.org/search/?query=diffusion&searchtype=all&source=header',
      'https://arxiv.org/search/cs?query=benchmark&searchtype=title&abstracts=hide&size=50',
      'https://arxiv.org/search/advanced',
      'https://arxiv.org/search?query=arXiv:2412.17747',
    ],
    inactive: [
      'https://arxiv.org/searching',
      'https://info.arxiv.org/help/search/',
      'https://arxiv.org/find/cs',
    ],
  },
};

export default adapter;
