// A toolbar button that remembers what it shows, as browsers do: what a tab has not been given is that of all tabs.
import type { ToolbarButton } from '../../lib/toolbar/toolbar-button';

type Property = 'text' | 'title' | 'color' | 'textColor';

export function exampleButton() {
  const shown = new Map<string, unknown>();
  const gone = new Set<number>();

  function set(property: Property, tabId: number | undefined, value: unknown): Promise<void> {
    if (tabId !== undefined && gone.has(tabId)) return Promise.reject(new Error(`No tab with id: ${tabId}`));
    if (value === null) shown.delete(`${property} ${tabId}`);
    else shown.set(`${property} ${tabId}`, value);
    return Promise.resolve();
  }

  const get = (property: Property, tabId?: number) =>
    shown.get(`${property} ${tabId}`) ?? shown.get(`${property} undefined`);

  const button: ToolbarButton = {
    setBadgeText: ({ tabId, text }) => set('text', tabId, text),
    setTitle: ({ tabId, title }) => set('title', tabId, title),
    setBadgeBackgroundColor: ({ tabId, color }) => set('color', tabId, color),
    setBadgeTextColor: ({ tabId, color }) => set('textColor', tabId, color),
  };
  return {
    button,
    text: (tabId?: number) => get('text', tabId),
    title: (tabId?: number) => get('title', tabId),
    color: (tabId?: number) => get('color', tabId),
    closeTab: (tabId: number) => void gone.add(tabId),
  };
}

/** A clock that the test lets go on: `ring` ends all waits there are. */
export function exampleClock() {
  let waits: { ms: number; end: () => void }[] = [];
  return {
    wait: (ms: number) => new Promise<void>((end) => void waits.push({ ms, end })),
    waited: () => waits.map(({ ms }) => ms),
    async ring() {
      const ended = waits;
      waits = [];
      for (const { end } of ended) end();
      await settled();
    },
  };
}

/** Everything that can go on without the clock has gone on. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
