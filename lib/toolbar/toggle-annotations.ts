// Hides everything of ours on one page, or shows it again. The content script knows nothing of it: the browser does it by a style of the
// reader's, which goes with the page.

/** Every element of ours in pages; its names are those of lib/page/shadow-host.ts. */
export const hidingStyle = 'papergloss-card,papergloss-badge,papergloss-bar{display:none!important}';

interface Style {
  target: { tabId: number };
  css: string;
  origin: 'USER';
}

/** The part of the browser's `scripting` API this needs. */
export interface HidingScripting {
  executeScript(injection: {
    target: { tabId: number };
    func: () => boolean;
    injectImmediately: boolean;
  }): Promise<{ result?: unknown }[]>;
  insertCSS(style: Style): Promise<void>;
  removeCSS(style: Style): Promise<void>;
}

/**
 * Runs in the page, out of its sight, and remembers there whether we are hidden: the mark then lives exactly as long as the style, whether
 * the page is loaded again, moves on by itself or comes back from the browser's memory. Answers whether we are hidden from now on.
 */
function flip(): boolean {
  const hidden = Reflect.get(globalThis, 'papergloss-hidden') !== true;
  Reflect.set(globalThis, 'papergloss-hidden', hidden);
  return hidden;
}

/**
 * Whether everything of ours is hidden now on the page of the tab, until it is loaded again. Rejects where the browser keeps extensions
 * out.
 */
export async function toggleAnnotations(scripting: HidingScripting, tabId: number): Promise<boolean> {
  const target = { tabId };
  const [answer] = await scripting.executeScript({ target, func: flip, injectImmediately: true });
  const hidden = answer?.result === true;
  const style: Style = { target, css: hidingStyle, origin: 'USER' };
  await (hidden ? scripting.insertCSS(style) : scripting.removeCSS(style));
  return hidden;
}
