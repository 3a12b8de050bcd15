// One change of the settings at a time: a change reads, then writes, and must not do so between another's reading and writing.

/** Runs `change` while no other one runs, in whatever context of the extension. Resolves and rejects as it does. */
export function exclusively<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request('papergloss-settings', change);
}
