// Hugging Face's lists of papers (Daily Papers by day, week and month; trending): a saved mark on each, for the page shows upvotes
// itself; badges for what else a list names.
import { targetOfAddress } from '../../papers/target-of-address';
import { mentionsIn } from '../mentions-in';
import type { Mention, SiteAdapter } from '../types';

/** At the end of the row below the title (comments), which has room; behind the title where there is no such row. */
function placesFor(link: Element): Pick<Mention, 'place' | 'quietPlace'> {
  const row = link.closest('h3')?.nextElementSibling;
  if (row?.localName !== 'div') return { place: { element: link, position: 'after' } };
  const end = { element: row, position: 'append' } as const;
  return { place: end, quietPlace: end };
}

const adapter: SiteAdapter = {
  id: 'huggingface-daily',
  hosts: ['https://huggingface.co/*'],

  isActive: ({ hostname, pathname }) =>
    hostname === 'huggingface.co' &&
    /^\/papers(?:\/(?:trending|(?:date|week|month)\/[^/]+))?\/?$/.test(pathname),

  findMentions(root, url): Mention[] {
    const main = root.querySelector('main');
    if (!main) return [];
    const titles: Mention[] = [];
    for (const link of main.querySelectorAll('article h3 a[href^="/papers/"]')) {
      const target = targetOfAddress(new URL(link.getAttribute('href') ?? '', url).href);
      if (!target) continue;
      titles.push({ target, form: 'badge', look: 'save', ...placesFor(link), afterLoad: true });
    }
    const others = mentionsIn([main], url, { except: titles.map(({ target }) => target) });
    return [...titles, ...others.map((mention) => ({ ...mention, afterLoad: true }))];
  },

  fixtureDate: '2026-08',
  examples: {
    active: [
      'https://huggingface.co/papers',
      'https://huggingface.co/papers?q=agents',
      'https://huggingface.co/papers/date/2026-08-21',
      'https://huggingface.co/papers/week/2026-W34',
      'https://huggingface.co/papers/month/2026-08',
      'https://huggingface.co/papers/trending',
    ],
    inactive: [
      'https://huggingface.co/',
      'https://huggingface.co/models',
      'https://huggingface.co/papers/2412.17747',
      'https://huggingface.co/blog/papers',
      'https://discuss.huggingface.co/papers',
    ],
  },
};

export default adapter;
