// What the handlers of the background are made with, for tests: a database and an index of their own, and nobody outside.
import { vi } from 'vitest';
import type { Background } from '../../lib/messages/handlers/create-handlers';
import type { PageAbstract } from '../../lib/messages/protocol';
import type { Sender } from '../../lib/messages/sender';
import { openDatabase } from '../../lib/store/database';
import { createReadingListKeeper } from '../../lib/store/reading-list-keeper';
import type { MirrorArea } from '../../lib/store/reading-list-mirror';
import { startIndexer } from '../upkeep/indexing';

/** 2026-06-12, 9:00 UTC. */
export const now = Date.UTC(2026, 5, 12, 9);

export const popup: Sender = { id: 'papergloss', url: 'chrome-extension://papergloss/popup.html' };

/** Our script in the top frame of a tab. */
export const contentAt = (url: string, incognito = false): Sender => ({
  id: 'papergloss',
  url,
  tab: { id: 7, incognito },
  frameId: 0,
});

/** One paper as a look-up names it. */
export const asked = (id: string, form: 'card' | 'badge' = 'card') =>
  ({ target: { kind: 'paper', id }, form }) as const;

export interface ExampleBackground extends Background {
  storage: { local: MirrorArea & Background['storage']['local'] };
  /** What is in `storage.local`. */
  items: Record<string, unknown>;
  /** Set by a test: what the page says when it is read. */
  words: PageAbstract | undefined;
  /** Every injection into a tab, those that draw and those that read. */
  injected: { files?: string[]; func?: unknown; target: { tabId: number } }[];
}

export function exampleBackground(): ExampleBackground {
  const db = openDatabase(crypto.randomUUID());
  const items: Record<string, unknown> = {};
  const local: ExampleBackground['storage']['local'] = {
    get: async (keys: null | string | string[]) => {
      const wanted = keys === null ? Object.keys(items) : [keys].flat();
      return Object.fromEntries(wanted.filter((key) => key in items).map((key) => [key, items[key]]));
    },
    set: async (changed) => void Object.assign(items, changed),
    remove: async (keys: string[]) => {
      for (const key of keys) delete items[key];
    },
  };
  const background: ExampleBackground = {
    db,
    items,
    words: undefined,
    injected: [],
    client: {
      day: vi.fn(),
      list: vi.fn(),
      paper: vi.fn(async () => undefined),
      search: vi.fn(async () => []),
    },
    indexer: startIndexer(db),
    storage: { local },
    keeper: createReadingListKeeper({ db, mirror: local, now: () => now }),
    fetchDetails: vi.fn(async () => undefined),
    listSync: {
      exchange: vi.fn(async () => undefined),
      switched: vi.fn(),
      erase: vi.fn(async () => undefined),
    },
    sync: vi.fn(async () => ({ fetched: ['2026-06-12'] })),
    scripting: {
      executeScript: async (injection: ExampleBackground['injected'][number]) => {
        background.injected.push(injection);
        return injection.func ? [{ result: background.words }] : [];
      },
    } as Background['scripting'],
    openPage: vi.fn(async () => undefined),
    exclusively: (change) => change(),
    now: () => now,
  };
  return background;
}
