// The page of a paper on Hugging Face: a saved mark beside its title, for the page shows upvotes itself; badges for what else it names.
import type { Target } from '../../papers/target';
import { paperOfPath } from '../arxiv-page';
import { mentionsIn } from '../mentions-in';
import type { Mention, SiteAdapter } from '../types';

function targetOf(url: URL): Target | undefined {
  const isPaper = url.hostname === 'huggingface.co' && /^\/papers\/[^/]+\/?$/.test(url.pathname);
  return isPaper ? paperOfPath(url) : undefined;
}

const adapter: SiteAdapter = {
  id: 'huggingface-paper',
  hosts: ['https://huggingface.co/*'],

  isActive: (url) => targetOf(url) !== undefined,

  ownTarget: targetOf,

  findMentions(root, url): Mention[] {
    const target = targetOf(url);
    const main = root.querySelector('main');
    const title = main?.querySelector('h1');
    if (!target || !main || !title) return [];
    const own: Mention = {
      target,
      form: 'badge',
      look: 'save',
      place: { element: title, position: 'append' },
      afterLoad: true,
    };
    const others = mentionsIn([main], url, { except: [target], text: true });
    return [own, ...others.map((mention) => ({ ...mention, afterLoad: true }))];
  },

  fixtureDate: '2026-03',
  examples: {
    active: [
      'https://huggingface.co/papers/2412.17747',
      'https://huggingface.co/papers/2412.17747#community',
      'https://huggingface.co/papers/2412.17747v1',
    ],
    inactive: [
      'https://huggingface.co/',
      'https://huggingface.co/papers/2412.17747/edit',
      'https://huggingface.co/papers/submit',
      'https://huggingface.co/spaces/someone/2412.17747',
      'https://example.org/papers/2412.17747',
    ],
  },
};

export default adapter;
