// The settings in the extension's storage: read, change, watch. The storage is handed in, so that any context can use it.
import { parseSettings, type Settings } from './settings';

export const settingsKey = 'settings';

/** The part of the browser's `storage` API this needs; the polyfill's and the browser's own both have it. */
export interface SettingsArea {
  local: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
}

/** What is stored, or the defaults. Rejects only when the browser's storage does. */
export async function readSettings(storage: SettingsArea): Promise<Settings> {
  return parseSettings((await storage.local.get(settingsKey))[settingsKey]);
}

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

type Changes = Record<string, { newValue?: unknown }>;
type ChangeListener = (changes: Changes, area: string) => void;

export interface SettingsEvents {
  onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

/** Tells of changed settings, from whatever context they were changed, until `signal` aborts. */
export function watchSettings(
  storage: SettingsEvents,
  signal: AbortSignal,
  onChange: (settings: Settings) => void,
): void {
  const listener: ChangeListener = (changes, area) => {
    const change = area === 'local' ? changes[settingsKey] : undefined;
    if (change) onChange(parseSettings(change.newValue));
  };
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage.onChanged.removeListener(listener));
}
