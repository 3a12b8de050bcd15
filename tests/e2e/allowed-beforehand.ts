// Papergloss in a Chromium whose permission prompt need not be answered: headless, nobody could. Chromium asks nothing where an
// extension has had a host before and the reader allows it on its page of extensions; so the extension is first loaded with these
// hosts in its manifest, then as it was built, and they are taken from it again. Tests nothing itself.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder } from '../drivers/builds.mjs';
import { until } from '../drivers/until.mjs';
import { inFirefox } from './browser';
import { openPapergloss, type Papergloss } from './papergloss';

type WebOptions = NonNullable<Parameters<typeof openPapergloss>[0]>['web'];

export interface AllowedBeforehand extends Papergloss {
  /** What the browser says is granted beyond the manifest. */
  granted(): Promise<string[]>;
  /** Answers the next prompts for these origins with yes. Asked for again after each time one of them was taken back. */
  allow(...origins: string[]): Promise<void>;
  /** Ends the background as idleness does. */
  sleep(): Promise<void>;
}

/** Runs `read` in the options page, which is where a tab may ask the browser about permissions. */
async function inOptions<Result, Argument>(
  papergloss: Papergloss,
  read: (argument: Argument) => Promise<Result>,
  argument: Argument,
): Promise<Result> {
  const page = await papergloss.openOwn('options');
  try {
    return (await page.evaluate(read as never, argument)) as Result;
  } finally {
    await page.close();
  }
}

/** What the browser says is granted, without the manifest's hosts. */
async function grantedBeyond(papergloss: Papergloss, hosts: string[]): Promise<string[]> {
  const all = await inOptions(
    papergloss,
    async () => (await Reflect.get(globalThis, 'chrome').permissions.getAll()).origins as string[],
    undefined,
  );
  return all.filter((origin) => !hosts.includes(origin));
}

/** @param origins whose prompts may be answered: `https://news.ycombinator.com/*` */
export async function openAllowedBeforehand(origins: string[], web: WebOptions): Promise<AllowedBeforehand> {
  return inFirefox ? openUnasked(web) : openLoadedTwice(origins, web);
}

/** Firefox has a preference for it. */
async function openUnasked(web: WebOptions): Promise<AllowedBeforehand> {
  const papergloss = await openPapergloss({ web });
  const { browser } = papergloss;
  const pleaseAsk = (asks: boolean) =>
    browser.chromeScript?.(
      "Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', arguments[0]);",
      asks,
    );
  const hosts = await inOptions(
    papergloss,
    async () => Reflect.get(globalThis, 'chrome').runtime.getManifest().host_permissions as string[],
    undefined,
  );
  return {
    ...papergloss,
    granted: () => grantedBeyond(papergloss, hosts),
    allow: async () => {
      await pleaseAsk(false);
    },
    sleep: browser.stopBackground,
  };
}

async function openLoadedTwice(origins: string[], web: WebOptions): Promise<AllowedBeforehand> {
  const temporary = mkdtempSync(join(tmpdir(), 'papergloss-build-'));
  const extension = join(temporary, 'chrome-mv3');
  cpSync(buildFolder('chrome'), extension, { recursive: true });
  const file = join(extension, 'manifest.json');
  const built = readFileSync(file, 'utf8');
  const manifest = JSON.parse(built);
  const hosts: string[] = manifest.host_permissions;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [...hosts, ...origins] }));

  const papergloss = await openPapergloss({ web, browser: { extension } });
  const { browser: chromium } = papergloss;
  const browser = chromium.context.browser();
  if (!browser) throw new Error('Chromium has no browser session');
  const session = await browser.newBrowserCDPSession();

  async function allow(...wanted: string[]): Promise<void> {
    const page = await papergloss.open('chrome://extensions');
    for (const origin of wanted) {
      await page.evaluate(
        ([id, host]) => Reflect.get(globalThis, 'chrome').developerPrivate.addHostPermission(id, host),
        [chromium.id, origin],
      );
    }
    await page.close();
  }

  const granted = () => grantedBeyond(papergloss, hosts);

  /** The reload leaves a dead background among the browser's targets: all of them are told to end, that one cannot. */
  async function sleep(): Promise<void> {
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { targetId, type, url } of targetInfos) {
      if (type !== 'service_worker' || !url.includes(chromium.id)) continue;
      await session.send('Target.closeTarget', { targetId }).catch(() => {});
    }
  }

  writeFileSync(file, built);
  await session.send('Extensions.loadUnpacked', { path: extension });
  const isAsBuilt = async () =>
    inOptions(
      papergloss,
      async (count) =>
        Reflect.get(globalThis, 'chrome').runtime.getManifest().host_permissions.length === count,
      hosts.length,
    );
  await until(isAsBuilt, 'the extension as it was built', 20_000);
  await inOptions(
    papergloss,
    async (wanted) => Reflect.get(globalThis, 'chrome').permissions.remove({ origins: wanted }),
    origins,
  );
  await until(async () => (await granted()).length === 0, 'the hosts to be taken back', 10_000);

  return {
    ...papergloss,
    granted,
    allow,
    sleep,
    async close() {
      await papergloss.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
