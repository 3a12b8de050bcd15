// The settings as they lie in the extension's storage: read and watched, with whatever part of them the caller knows how to parse. The
// storage is handed in, so that any context can use it.

export const settingsKey = 'settings';

/** The part of the browser's `storage` API this needs; the polyfill's and the browser's own both have it. */
export interface StoredArea {
  local: { get(key: string): Promise<Record<string, unknown>> };
}

/** What is stored, as `parse` reads it: undefined is handed to it where nothing is. Rejects only when the browser's storage does. */
export async function readStored<T>(storage: StoredArea, parse: (stored: unknown) => T): Promise<T> {
  return parse((await storage.local.get(settingsKey))[settingsKey]);
}

type Changes = Record<string, { newValue?: unknown }>;
type ChangeListener = (changes: Changes, area: string) => void;

export interface SettingsEvents {
  onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

/** Tells of changed settings, from whatever context they were changed, until `signal` aborts. */
export function watchStored<T>(
  storage: SettingsEvents,
  parse: (stored: unknown) => T,
  signal: AbortSignal,
  onChange: (settings: T) => void,
): void {
  const listener: ChangeListener = (changes, area) => {
    const change = area === 'local' ? changes[settingsKey] : undefined;
    if (change) onChange(parse(change.newValue));
  };
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage.onChanged.removeListener(listener));
}
