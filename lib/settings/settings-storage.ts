// All settings in the extension's storage: read, change, watch. Not for content scripts, which read theirs by stored-settings.ts.
import { parseSettings, type Settings } from './settings';
import {
  readStored,
  type SettingsEvents,
  type StoredArea,
  settingsKey,
  watchStored,
} from './stored-settings';

/** The part of the browser's `storage` API this needs; the polyfill's and the browser's own both have it. */
export interface SettingsArea {
  local: StoredArea['local'] & { set(items: Record<string, unknown>): Promise<void> };
}

/** What is stored, or the defaults. Rejects only when the browser's storage does. */
export const readSettings = (storage: StoredArea): Promise<Settings> => readStored(storage, parseSettings);

/** Applies `change` to what is stored and returns the result. Callers serialise their calls: this reads, then writes. */
export async function changeSettings(
  storage: SettingsArea,
  change: (settings: Settings) => Partial<Settings>,
): Promise<Settings> {
  const current = await readSettings(storage);
  const settings = parseSettings({ ...current, ...change(current) });
  await storage.local.set({ [settingsKey]: settings });
  return settings;
}

/** Tells of changed settings, from whatever context they were changed, until `signal` aborts. */
export function watchSettings(
  storage: SettingsEvents,
  signal: AbortSignal,
  onChange: (settings: Settings) => void,
): void {
  watchStored(storage, parseSettings, signal, onChange);
}
