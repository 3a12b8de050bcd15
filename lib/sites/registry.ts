// Every site adapter there is, discovered: adding one is adding its file. Nothing is registered by hand.
import type { SiteAdapter } from './types';

const modules = import.meta.glob<{ default: SiteAdapter }>('./adapters/*.ts', { eager: true });

export const siteAdapters: readonly SiteAdapter[] = Object.values(modules).map((module) => module.default);
