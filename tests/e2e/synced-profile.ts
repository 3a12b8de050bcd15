// Before the tests of a browser, once: what its starts have in common, and a profile whose store and index hold the whole feed. Tests
// nothing itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { firefoxBeginning } from '../drivers/bidi-firefox.mjs';
import { findFirefox } from '../drivers/browsers.mjs';
import { startStandIn } from '../stand-in/stand-in.mjs';
import { type BrowserName, openBrowser } from './browser';
import { untilIndexed, untilSynced } from './store-state';

const variable = (name: BrowserName) => `SYNCED_PROFILE_${name.toUpperCase()}`;

/** The folder a browser begins with that is to have everything of the feed. */
export function syncedProfile(): string {
  const folder = process.env[variable(process.env.BROWSER as BrowserName)];
  if (!folder) throw new Error('There is no synced profile: the project of these tests has to prepare it');
  return folder;
}

async function fill(profile: string, name: BrowserName): Promise<void> {
  const web = await startStandIn();
  try {
    const browser = await openBrowser({ web, profile }, name);
    try {
      await untilSynced(browser, 20);
      await untilIndexed(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await web.close();
  }
}

export default async function prepare({ config }: TestProject): Promise<(() => void) | undefined> {
  const name = config.env.BROWSER as BrowserName;
  const firefox = name === 'firefox' ? findFirefox() : undefined;
  if (name === 'firefox' && !firefox) return undefined;
  const beginning = firefox ? await firefoxBeginning(firefox) : undefined;
  if (beginning) process.env.FIREFOX_BEGINNING = beginning.folder;
  const profile = mkdtempSync(join(tmpdir(), `papergloss-synced-${name}-`));
  const remove = () => {
    beginning?.remove();
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    await fill(profile, name);
  } catch (error) {
    remove();
    throw error;
  }
  process.env[variable(name)] = profile;
  return remove;
}
