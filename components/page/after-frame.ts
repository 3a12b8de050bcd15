// Waiting until what is in the document is on the screen. Imports nothing.

/** Longer than any frame, ms: a page that is not in front of the reader has none. */
const frameAtMost = 100;

/** Calls `next` once the next frame has been handed on, or after a moment where there is none. */
export function afterFrame(next: () => void): void {
  let isDue = true;
  function once() {
    if (isDue) next();
    isDue = false;
  }
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, frameAtMost);
}
