// Every site adapter there is, discovered: adding one is adding its file. Nothing is registered by hand.
import type { SiteAdapter } from './types';

const adapters = import.meta.glob<SiteAdapter>('./adapters/*.ts', { eager: true, import: 'default' });

export const siteAdapters: readonly SiteAdapter[] = Object.values(adapters);
