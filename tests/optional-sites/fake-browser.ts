// A browser that grants, registers and stores in memory: the part of it the optional sites need. Tests nothing itself.
import { vi } from 'vitest';
import type { SiteBrowser } from '../../lib/optional-sites/follow-permissions';
import { requiredHosts } from '../../lib/settings/required-hosts';

type Listener = (told: { origins?: string[] }) => unknown;

interface Script {
  id: string;
  matches?: string[];
  excludeMatches?: string[];
}

function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    /** Resolves when every listener has done its work. */
    tell: (origins: string[] = []) => Promise.all(listeners.map((listener) => listener({ origins }))),
  };
}

export function fakeBrowser(tabs: Record<string, number[]> = {}) {
  const granted = new Set<string>(requiredHosts);
  const scripts = new Map<string, Script>();
  const items: Record<string, unknown> = {};
  const events = { added: event(), removed: event(), installed: event(), started: event() };
  const executeScript = vi.fn(async (_injection: { target: { tabId: number } }) => []);
  const set = vi.fn(async (changed: object) => void Object.assign(items, changed));

  const browser = {
    permissions: {
      getAll: async () => ({ origins: [...granted], permissions: ['storage'] }),
      onAdded: events.added,
      onRemoved: events.removed,
    },
    runtime: {
      getManifest: () => ({
        host_permissions: [...requiredHosts],
        content_scripts: [{ matches: [...requiredHosts], js: ['content-scripts/annotate.js'] }],
      }),
      onInstalled: events.installed,
      onStartup: events.started,
    },
    scripting: {
      executeScript,
      getRegisteredContentScripts: async () => [...scripts.values()],
      async registerContentScripts(added: Script[]) {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          scripts.set(script.id, script);
        }
      },
      async updateContentScripts(changed: Script[]) {
        for (const script of changed) {
          if (!scripts.has(script.id)) throw new Error(`No script with ID '${script.id}'`);
          scripts.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) scripts.delete(id);
      },
    },
    storage: { local: { get: async (key: string) => ({ [key]: items[key] }), set } },
    tabs: {
      query: async ({ url }: { url: string[] }) =>
        url.flatMap((pattern) => (tabs[pattern] ?? []).map((id) => ({ id }))),
    },
  };

  return {
    browser: browser as unknown as SiteBrowser,
    events,
    granted,
    scripts,
    items,
    executeScript,
    /** How often something was stored. */
    writes: () => set.mock.calls.length,
  };
}
