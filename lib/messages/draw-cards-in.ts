// Puts the script that draws cards into a page that has something to draw.

/** The part of the browser's `scripting` API this needs. */
export interface DrawingScripting {
  executeScript(injection: {
    target: { tabId: number };
    files: string[];
    injectImmediately: boolean;
  }): Promise<unknown>;
}

/** Into the top frame. Rejects where the tab is gone, or is one that scripts are kept out of. */
export function drawCardsIn(scripting: DrawingScripting, tabId: number): Promise<unknown> {
  return scripting.executeScript({ target: { tabId }, files: ['/draw-cards.js'], injectImmediately: true });
}
