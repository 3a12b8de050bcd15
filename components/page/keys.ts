// Single-key commands of a page: which key does what, and when a key belongs to the control under the caret instead.
import { useLayoutEffect, useRef } from 'preact/hooks';

/** `event.key` → what it does. */
export type KeyBindings = Record<string, () => void>;

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|file)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * Runs while the component is mounted. Never fires with Ctrl, Alt or Command held, while typing, under an open dialog, or for a key
 * already handled. Shift is part of the key: `J` is another than `j`.
 */
export function useKeys(bindings: KeyBindings): void {
  const newest = useRef(bindings);
  newest.current = bindings;
  // With the drawing and not after the next frame: the first keys may come at once.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
      if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || takesText(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const run = Object.hasOwn(newest.current, key) ? newest.current[key] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
