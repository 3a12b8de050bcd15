// The life of a content script, in place of WXT's own context (see wxt.config.ts): WXT's announces itself to the page by an
// event that carries the extension's id, by which any page could tell that Papergloss is installed. This one says nothing.
import { browser } from 'wxt/browser';

/**
 * The browser tells a script of nothing when its extension goes: it has to ask, at the latest when the reader comes near. On the window
 * and while the event is on its way down, so that what is ours is gone before it could be pressed, or scrolled to and drawn.
 */
const momentsToAsk = ['visibilitychange', 'pointerover', 'pointerdown', 'keydown', 'focus', 'scroll'];

/** Ends, for good, when the extension was updated, reloaded or switched off under the page. */
export class ContentScriptContext {
  readonly #end = new AbortController();

  constructor() {
    const { signal } = this;
    for (const moment of momentsToAsk) {
      window.addEventListener(moment, () => this.isValid, { capture: true, signal });
    }
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Asks the browser whether we are still there; ends the context when we are not. */
  get isValid(): boolean {
    if (!browser.runtime?.id) this.#end.abort();
    return !this.signal.aborted;
  }

  onInvalidated(listener: () => void): void {
    this.signal.addEventListener('abort', listener);
  }
}
