// One content script a page: the browser starts one by itself in new pages, the background another in tabs that were open when their
// site was granted, and for a moment a page may be both. Both run in one isolated world, which the page cannot see.

const key = Symbol.for('papergloss.annotate');

interface ScriptLife {
  /** False once the extension was updated, reloaded or removed under the page. */
  readonly isValid: boolean;
}

/** True for the first script that asks, and for one that comes after a script whose extension is gone; false for every other. */
export function claimPage(life: ScriptLife): boolean {
  const earlier: ScriptLife | undefined = Reflect.get(globalThis, key);
  if (earlier?.isValid) return false;
  Reflect.set(globalThis, key, life);
  return true;
}
