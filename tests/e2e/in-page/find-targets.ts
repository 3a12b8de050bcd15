// The site adapters in a page, as the content script runs them, without the rest of it.
import { targetKey } from '../../../lib/papers/target';
import { siteAdapters } from '../../../lib/sites/registry';

/** The keys of all targets found, each once, and how long it took in ms. */
export function findTargets(): { targets: string[]; adapters: string[] } {
  const url = new URL(location.href);
  url.hash = '';
  const active = siteAdapters.filter((adapter) => adapter.isActive(url));
  const mentions = active.flatMap((adapter) => adapter.findMentions(document, url));
  return {
    targets: [...new Set(mentions.map(({ target }) => targetKey(target)))],
    adapters: active.map(({ id }) => id),
  };
}
