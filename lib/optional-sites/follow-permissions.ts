// Keeps the content script registered at exactly the optional sites the reader has granted. Background only; asks for nothing itself.
import type { Browser } from 'webextension-polyfill';
import { changeSettings, readSettings } from '../settings/settings-storage';
import { optionalOriginsOf, settingsFor } from './granted-origins';

/** The part of the browser's API this needs. */
export interface SiteBrowser {
  permissions: Pick<Browser['permissions'], 'getAll' | 'onAdded' | 'onRemoved'>;
  runtime: Pick<Browser['runtime'], 'getManifest' | 'onInstalled' | 'onStartup'>;
  scripting: Pick<
    Browser['scripting'],
    | 'executeScript'
    | 'getRegisteredContentScripts'
    | 'registerContentScripts'
    | 'unregisterContentScripts'
    | 'updateContentScripts'
  >;
  storage: { local: Pick<Browser['storage']['local'], 'get' | 'set'> };
  tabs: Pick<Browser['tabs'], 'query'>;
}

/** One registration for all sites. */
const id = 'optional-sites';

/** The very file the manifest names, which Firefox's `getManifest` would give as an absolute address. */
const js = ['content-scripts/annotate.js'];

/**
 * Makes registration and settings equal to the permissions. Does nothing where they are; callers serialise their calls.
 * The settings go first: they tell the scripts that run, and those about to start, whether they may show anything.
 */
export async function matchPermissions(browser: SiteBrowser): Promise<void> {
  const { permissions, runtime, scripting, storage } = browser;
  const manifest = runtime.getManifest();
  const required = manifest.host_permissions ?? [];
  const { origins = [] } = await permissions.getAll();
  const matches = optionalOriginsOf(origins, required);
  const stored = await readSettings(storage);
  const wanted = { ...stored, ...settingsFor(matches, required, stored) };
  if (JSON.stringify(wanted) !== JSON.stringify(stored)) await changeSettings(storage, () => wanted);

  const registered = (await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  // Where the manifest itself has the script run nothing may be registered, or a page would run it twice.
  const excludeMatches = manifest.content_scripts?.[0]?.matches ?? [];
  const runs = { runAt: 'document_start', persistAcrossSessions: true } as const;
  const script = { id, js, matches, excludeMatches, ...runs };
  if (matches.length === 0) {
    if (registered) await scripting.unregisterContentScripts({ ids: [id] });
  } else if (registered) await scripting.updateContentScripts([script]);
  else await scripting.registerContentScripts([script]);
}

/** Starts the content script in the tabs that were open at these origins when they were granted. It sees to it that it runs once. */
export async function annotateOpenTabs(browser: SiteBrowser, origins: readonly string[]): Promise<void> {
  const url = optionalOriginsOf(origins, []);
  if (url.length === 0) return;
  for (const { id: tabId } of await browser.tabs.query({ url, discarded: false })) {
    if (tabId === undefined) continue;
    const injection = { target: { tabId }, files: js, injectImmediately: true };
    // Pages of the browser's own shop and the like refuse; nothing is owed there.
    void browser.scripting.executeScript(injection).catch(() => {});
  }
}

/** Registers its listeners at once. `exclusively` runs one change of the settings at a time, in whatever worker. */
export function followPermissions(
  browser: SiteBrowser,
  exclusively: <T>(change: () => Promise<T>) => Promise<T>,
): void {
  const { permissions, runtime } = browser;
  const match = () => exclusively(() => matchPermissions(browser));
  permissions.onAdded.addListener(async ({ origins = [] }) => {
    await match();
    await annotateOpenTabs(browser, origins);
  });
  permissions.onRemoved.addListener(match);
  // An update loses what was registered.
  runtime.onInstalled.addListener(match);
  runtime.onStartup.addListener(match);
}
