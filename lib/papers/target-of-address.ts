// What an address leads to: a paper or a repository. Pure; shared by the popup, site adapters and text.
import { paperIdFromUrl } from './paper-id';
import { repoSlugFromUrl } from './repo-slug';
import type { Target } from './target';

/** Undefined for an address that names neither, and for what is no address. Never throws. */
export function targetOfAddress(address: string): Target | undefined {
  // One of the two only is worth taking the address apart for.
  const slug = /github\.com/i.test(address) ? repoSlugFromUrl(address) : undefined;
  if (slug) return { kind: 'repository', slug };
  const id = paperIdFromUrl(address)?.id;
  return id ? { kind: 'paper', id } : undefined;
}
