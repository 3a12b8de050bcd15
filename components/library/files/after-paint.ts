// Lets the browser draw what was just said before work begins that leaves it no time to.

/** A page that is out of sight draws no frames, and has nobody to wait for, ms. */
const atMost = 100;

/** Resolves when a frame has been drawn, or soon where none is. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, atMost);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
