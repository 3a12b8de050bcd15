// Puts the chosen theme on one of our own pages, as `data-theme` on the root element. Knows no settings storage.
import type { Theme } from '../lib/settings/settings';

/** `auto` follows the system, also while the page is open. Returns a function that stops following. */
export function applyTheme(theme: Theme, doc: Document = document): () => void {
  const root = doc.documentElement;
  if (theme !== 'auto') {
    root.dataset.theme = theme;
    return () => {};
  }
  const system = doc.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    root.dataset.theme = system?.matches ? 'dark' : 'light';
  };
  follow();
  system?.addEventListener('change', follow);
  return () => system?.removeEventListener('change', follow);
}
