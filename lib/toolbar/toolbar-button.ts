// The toolbar button, as all that speaks on it draws it: a short text, its colour, a sentence for whoever points at it. Decides nothing.
import type { Action } from 'webextension-polyfill';

/** The part of the browser's API this needs. Firefox for Android has no badge. */
export interface ToolbarButton {
  setTitle: Action.Static['setTitle'];
  setBadgeText?: Action.Static['setBadgeText'];
  setBadgeBackgroundColor?: Action.Static['setBadgeBackgroundColor'];
  setBadgeTextColor?: Action.Static['setBadgeTextColor'];
}

/** White is read on each of them, and each is told from light and dark toolbars. */
const colours = { quiet: '#57606a', done: '#1a7f37', failed: '#b31b1b' } as const;
const white = '#ffffff';

export interface ButtonFace {
  /** Four characters have room; '' for none. */
  text: string;
  colour: keyof typeof colours;
  title: string;
}

/** Numbers of more than two digits have no room. '' for 0. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}

/**
 * Draws it for one tab, until the tab goes elsewhere, or for all tabs. A tab without a text of its own shows that of all tabs; its colour
 * and its title it keeps, because Chrome takes nothing back but texts. Rejects where the tab is gone.
 */
export async function drawButton(
  button: ToolbarButton,
  { text, colour, title }: ButtonFace,
  tabId?: number,
): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  await Promise.all([
    button.setTitle({ ...where, title }),
    button.setBadgeTextColor?.({ ...where, color: white }),
    button.setBadgeBackgroundColor?.({ ...where, color: colours[colour] }),
    // An empty text of a tab would hide that of all tabs.
    button.setBadgeText?.({ ...where, text: text === '' && tabId !== undefined ? null : text }),
  ]);
}
