import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings, type Settings, siteOfHost } from '../../lib/settings/settings';
import {
  changeSettings,
  readSettings,
  type SettingsArea,
  watchSettings,
} from '../../lib/settings/settings-storage';

function memory(stored: Record<string, unknown> = {}): SettingsArea {
  const items = { ...stored };
  return {
    local: {
      get: async (key) => (key in items ? { [key]: items[key] } : {}),
      set: async (changed) => void Object.assign(items, changed),
    },
  };
}

describe('settings', () => {
  const stored: [what: string, value: unknown, settings: Partial<Settings>][] = [
    ['nothing', undefined, {}],
    ['something else', 'dark', {}],
    ['a horizon nobody offers', { horizonDays: 7 }, {}],
    ['a theme nobody offers', { theme: 'sepia' }, {}],
    ['a truthy switch', { lookUpUncached: 'yes' }, {}],
    ['sites of mixed kinds', { sitesOff: ['arxiv.org', 7, null] }, { sitesOff: ['arxiv.org'] }],
    ['origins of mixed kinds', { optionalOrigins: ['https://*/*', 7] }, { optionalOrigins: ['https://*/*'] }],
    ['what the reader chose', { horizonDays: 365, theme: 'dark' }, { horizonDays: 365, theme: 'dark' }],
  ];
  it.each(stored)('read from %s', (_what, value, settings) => {
    expect(parseSettings(value)).toEqual({ ...defaultSettings, ...settings });
  });

  it('are read whatever is stored, and read the same again', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const settings = parseSettings(value);
        expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });

  it('keep what a change does not name', async () => {
    const storage = memory();
    await changeSettings(storage, () => ({ theme: 'dark' }));
    await changeSettings(storage, ({ sitesOff }) => ({ sitesOff: [...sitesOff, 'arxiv.org'] }));
    expect(await readSettings(storage)).toEqual({
      ...defaultSettings,
      theme: 'dark',
      sitesOff: ['arxiv.org'],
    });
  });
});

it('changed settings are told until the signal ends', () => {
  type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;
  const listeners = new Set<Listener>();
  const onChanged = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  const change = (theme: string, area = 'local') => {
    for (const listener of listeners) listener({ settings: { newValue: { theme } } }, area);
  };
  const end = new AbortController();
  const told: string[] = [];
  watchSettings({ onChanged }, end.signal, ({ theme }) => told.push(theme));
  change('dark');
  change('light', 'sync');
  end.abort();
  change('light');
  expect(told).toEqual(['dark']);
});

describe('the site of a host', () => {
  const hosts: [string, string][] = [
    ['arxiv.org', 'arxiv.org'],
    ['www.arxiv.org', 'arxiv.org'],
    ['export.arxiv.org', 'arxiv.org'],
    ['github.com', 'github.com'],
    ['gist.github.com', 'github.com'],
    ['huggingface.co', 'huggingface.co'],
    ['notarxiv.org', 'notarxiv.org'],
    ['arxiv.org.example.com', 'arxiv.org.example.com'],
    ['news.ycombinator.com', 'news.ycombinator.com'],
    ['www.example.co.uk', 'example.co.uk'],
    ['foo.github.io', 'foo.github.io'],
  ];
  it.each(hosts)('%s belongs to %s', (host, site) => expect(siteOfHost(host)).toBe(site));
});
