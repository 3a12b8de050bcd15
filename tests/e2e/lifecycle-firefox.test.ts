// An update, and being switched off and on, with a page open, and private windows, in a real Firefox: what is old can do nothing any
// more, what is new takes over, and what the reader has stands.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkItem, pageItem } from '../../lib/saving/menu-items';
import { findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Firefox, openFirefox } from '../drivers/firefox.mjs';
import { addOnId } from '../drivers/firefox-process.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { badge, card } from './papergloss';

const executablePath = findFirefox();
const marks = `${card}, ${badge}`;

describe.skipIf(!executablePath)('in Firefox (needs Firefox: install it or set FIREFOX_PATH)', () => {
  let web: StandIn;
  let firefox: Firefox;
  let extension: string;
  let id: string;

  const marksOf = () => firefox.script(`return document.querySelectorAll('${marks}').length`);
  const cards = () => firefox.script(`return document.querySelectorAll('${card}').length`);

  /** Calls a method of the browser's own object for the add-on, as its page of add-ons does. */
  const manage = (verb: 'enable' | 'disable') =>
    firefox.chromeScript(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(arguments[0]);
      await addon[arguments[1]]();`,
      addOnId(extension),
      verb,
    );

  /** Raises the version and installs the folder over what is there, as an update does. */
  async function update(version: string): Promise<void> {
    const file = join(extension, 'manifest.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
    await firefox.chromeScript(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const folder = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
      folder.initWithPath(arguments[0]);
      await AddonManager.installTemporaryAddon(folder);`,
      extension,
    );
  }

  /** What the reader has, and what the browser is to do for us, as one of our own pages sees it. */
  async function whatThereIs() {
    const before = await firefox.currentTab();
    await firefox.newTab();
    await firefox.goto(firefox.pageUrl('options'));
    const there = await firefox.waitFor(
      `return (async () => {
        const has = (item) => browser.contextMenus.update(item, {}).then(() => true, () => false);
        const { settings, ...stored } = await browser.storage.local.get();
        return {
          version: browser.runtime.getManifest().version,
          alarms: (await browser.alarms.getAll()).map(({ name }) => name).filter((name) => !name.endsWith('-resume')),
          menus: await Promise.all(${JSON.stringify([linkItem, pageItem, 'no-such-item'])}.map(has)),
          list: Object.keys(stored).filter((key) => key.startsWith('reading/')),
        };
      })()`,
    );
    await firefox.script('window.close()').catch(() => undefined);
    await firefox.switchTo(before);
    return there;
  }

  const asBefore = (version: string) => ({
    version,
    alarms: ['feed-sync'],
    menus: [true, true, false],
    list: [`reading/${id}`],
  });

  beforeAll(async () => {
    web = await startStandIn();
    extension = mkdtempSync(join(tmpdir(), 'papergloss-add-on-'));
    cpSync(buildFolder('firefox'), extension, { recursive: true });
    firefox = await openFirefox({ executablePath: executablePath ?? '', extension, web });
    const asked = () => web.requests.filter(({ url }) => url.includes('daily_papers')).length;
    await until(async () => asked() >= 15, 'the sync', 40_000);
    id = web.feed.itemsOf(web.feed.days[0] ?? '')[0]?.paper.id ?? '';
    await firefox.goto(`https://arxiv.org/abs/${id}`);
    await firefox.shadowText(card, undefined, 15_000);
    await firefox.shadowClick(card, '[aria-pressed]');
    await until(
      () => firefox.shadowEval(card, (root) => root.querySelector('[aria-pressed="true"]') !== null),
      'the mark',
      10_000,
    );
  }, 120_000);
  afterAll(async () => {
    await firefox?.close();
    await web?.close();
    if (extension) rmSync(extension, { recursive: true, force: true, maxRetries: 5 });
  });

  const isOn = () => firefox.goto(`https://arxiv.org/abs/${id}`);
  const hasOneCard = async () => {
    await firefox.shadowText(card, undefined, 15_000);
    expect(await cards()).toBe(1);
  };

  it('an update has the new script take over in the tabs that are open, with one card', async () => {
    expect(await whatThereIs()).toEqual(asBefore('0.1.0'));
    await update('0.1.1');
    await expect.poll(whatThereIs, { timeout: 15_000 }).toEqual(asBefore('0.1.1'));
    await hasOneCard();
    await isOn();
    await hasOneCard();
    expect(await firefox.ownErrors()).toEqual([]);
  });

  it('switched off, what is left on the page does nothing, and a page that is loaded then has nothing', async () => {
    await manage('disable');
    const pressed = () =>
      firefox.shadowEval(card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
    if ((await cards()) > 0) {
      await firefox.shadowClick(card, '[aria-pressed]');
      expect(await pressed(), 'still as it was').toBe(true);
    }
    await isOn();
    expect(await marksOf()).toBe(0);
    expect(await firefox.ownErrors()).toEqual([]);
  });

  it('switched on again, it has the list, and what the browser does for us', async () => {
    await manage('enable');
    await hasOneCard();
    await expect.poll(whatThereIs, { timeout: 15_000 }).toEqual(asBefore('0.1.1'));
    await isOn();
    await hasOneCard();
    expect(await firefox.ownErrors()).toEqual([]);
  });

  describe('in a private window the reader has let it into', () => {
    /** Allows it, and goes to the tab of a new private window. */
    async function openPrivate(): Promise<void> {
      await firefox.chromeScript(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await ExtensionPermissions.add(arguments[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID(arguments[0])).reload();`,
        addOnId(extension),
      );
      const handle = await firefox.chromeScript(
        `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
        const opened = Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true });
        await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
        await opened.delayedStartupPromise;
        return NavigableManager.getIdForBrowser(opened.gBrowser.selectedBrowser);`,
      );
      await firefox.switchTo(handle);
    }

    it('has cards, keeps what is saved, and nobody is told of the visit', async () => {
      const other = web.feed.itemsOf(web.feed.days[0] ?? '')[1]?.paper.id ?? '';
      const ordinary = await firefox.currentTab();
      await openPrivate();
      const before = web.requests.length;
      await firefox.goto(`https://arxiv.org/abs/${other}`);
      await hasOneCard();
      await firefox.shadowClick(card, '[aria-pressed]');
      await until(
        () => firefox.shadowEval(card, (root) => root.querySelector('[aria-pressed="true"]') !== null),
        'the mark',
        10_000,
      );
      const asked = web.requests.slice(before).map(({ url }) => url);
      expect(asked.filter((url) => url.includes(other) && !url.startsWith('https://arxiv.org/'))).toEqual([]);
      // Firefox gives our own pages no database there: they say so, and where it would be otherwise.
      for (const page of ['library', 'popup']) {
        await firefox.goto(firefox.pageUrl(page));
        await firefox.waitFor(`return document.body.textContent.includes('Try an ordinary window')`);
      }
      await firefox.switchTo(ordinary);
      expect((await whatThereIs()).list.sort()).toEqual([`reading/${id}`, `reading/${other}`].sort());
    });
  });
});
