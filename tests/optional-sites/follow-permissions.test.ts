import { describe, expect, it } from 'vitest';
import { followPermissions, matchPermissions } from '../../lib/optional-sites/follow-permissions';
import { requiredHosts } from '../../lib/settings/required-hosts';
import { parseSettings } from '../../lib/settings/settings';
import { fakeBrowser } from './fake-browser';

const news = 'https://news.ycombinator.com/*';
const blog = 'https://blog.example.org/*';

const matchesOf = ({ scripts }: ReturnType<typeof fakeBrowser>) =>
  [...scripts.values()].map(({ matches }) => matches);
const settingsOf = ({ items }: ReturnType<typeof fakeBrowser>) => parseSettings(items.settings);

describe('the registered script', () => {
  it('is none while only the required hosts are granted, and nothing is stored', async () => {
    const fake = fakeBrowser();
    await matchPermissions(fake.browser);
    expect(matchesOf(fake)).toEqual([]);
    expect(fake.writes()).toBe(0);
  });

  it('runs at the granted sites, early, also after a restart, and never where the manifest has it run', async () => {
    const fake = fakeBrowser();
    fake.granted.add(news);
    await matchPermissions(fake.browser);
    expect([...fake.scripts.values()]).toEqual([
      {
        id: 'optional-sites',
        js: ['content-scripts/annotate.js'],
        matches: [news],
        excludeMatches: requiredHosts,
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
    expect(settingsOf(fake).optionalOrigins).toEqual([news]);
  });

  it('follows what is granted and taken back, and goes with the last site', async () => {
    const fake = fakeBrowser();
    const steps: [change: () => void, matches: string[][]][] = [
      [() => fake.granted.add(news), [[news]]],
      [() => fake.granted.add(blog), [[blog, news]]],
      [() => fake.granted.add('https://*:443/*'), [['https://*/*', blog, news]]],
      [() => fake.granted.delete('https://*:443/*'), [[blog, news]]],
      [() => fake.granted.delete(news), [[blog]]],
      [() => fake.granted.delete(blog), []],
    ];
    for (const [change, matches] of steps) {
      change();
      await matchPermissions(fake.browser);
      expect(matchesOf(fake)).toEqual(matches);
      expect(settingsOf(fake).optionalOrigins).toEqual(matches[0] ?? []);
    }
  });

  it('is the same, and nothing is stored again, when nothing has changed', async () => {
    const fake = fakeBrowser();
    fake.granted.add(news);
    await matchPermissions(fake.browser);
    const [before, writes] = [[...fake.scripts.values()], fake.writes()];
    await matchPermissions(fake.browser);
    expect([...fake.scripts.values()]).toEqual(before);
    expect(fake.writes()).toBe(writes);
  });

  it('comes back after an update has lost it', async () => {
    const fake = fakeBrowser();
    followPermissions(fake.browser, (change) => change());
    fake.granted.add(news);
    await fake.events.added.tell([news]);
    fake.scripts.clear();
    await fake.events.installed.tell();
    expect(matchesOf(fake)).toEqual([[news]]);
  });
});

describe('a site that was granted', () => {
  it('is annotated in its open tabs, after it was registered', async () => {
    const fake = fakeBrowser({ [news]: [7, 8], [blog]: [9] });
    followPermissions(fake.browser, (change) => change());
    fake.granted.add(news);
    await fake.events.added.tell([news]);
    expect(fake.executeScript.mock.calls.map(([{ target }]) => target)).toEqual([{ tabId: 7 }, { tabId: 8 }]);
    expect(matchesOf(fake)).toEqual([[news]]);
  });

  it('does not suffer from a tab that refuses', async () => {
    const fake = fakeBrowser({ [news]: [7, 8] });
    fake.executeScript.mockRejectedValueOnce(new Error('the shop'));
    followPermissions(fake.browser, (change) => change());
    fake.granted.add(news);
    await fake.events.added.tell([news]);
    expect(fake.executeScript).toHaveBeenCalledTimes(2);
  });
});

describe('a site that was taken back', () => {
  it('is forgotten to be off; the others stay off', async () => {
    const fake = fakeBrowser();
    fake.granted.add(news).add('https://www.example.org/*');
    fake.items.settings = { sitesOff: ['arxiv.org', 'news.ycombinator.com', 'example.org'] };
    followPermissions(fake.browser, (change) => change());
    await fake.events.started.tell();
    expect(settingsOf(fake).sitesOff).toEqual(['arxiv.org', 'news.ycombinator.com', 'example.org']);
    fake.granted.delete(news);
    await fake.events.removed.tell([news]);
    expect(settingsOf(fake).sitesOff).toEqual(['arxiv.org', 'example.org']);
  });
});
