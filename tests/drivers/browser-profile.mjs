// @ts-check
// What is left of a browser that was opened: its process, and the folder of its profile.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.mjs';

const endTimeout = 20_000;

/**
 * @param {string} browser its name, lower case
 * @param {string} [profile] a folder that outlives the browser; default: a new one, removed at the end
 * @param {string} [beginning] a folder whose content a new profile begins with
 * @returns {{ folder: string, remove: () => void }} `remove` leaves a given folder alone
 */
export function browserProfile(browser, profile, beginning) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), `papergloss-${browser}-`));
  if (profile === undefined && beginning) cpSync(beginning, folder, { recursive: true });
  const remove = () => {
    if (profile === undefined)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { folder, remove };
}

/** @param {number} id of a process */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Until the last moment a browser writes into its profile. @param {number} id of its process @param {string} name */
export const untilEnded = (id, name) => until(async () => !isRunning(id), `${name} to end`, endTimeout);
