// Whether the reader may have seen the page: from then on nothing may be pushed. Asks for one frame and measures nothing.

export interface PaintWatch {
  isPainted(): boolean;
  /** A navigation within the document: for a while the new page is still being put together. */
  arrive(): void;
}

/** So long (ms) after a navigation within the document the new page is still being put together. */
const arrivalTime = 500;

/**
 * True from the first frame on that is drawn with a body. A frame callback runs just before its frame is drawn, and no sooner than
 * the style sheets the page waits for are there; the browser's own paint entries come too late, after the frame.
 */
export function watchFirstPaint(document: Document): PaintWatch {
  const view = document.defaultView;
  let painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  let arrivedAt: number | undefined;
  const onFrame = () => {
    painted ||= document.body !== null;
    if (!painted) view?.requestAnimationFrame(onFrame);
  };
  if (!painted) view?.requestAnimationFrame(onFrame);
  return {
    isPainted: () => (arrivedAt === undefined ? painted : performance.now() - arrivedAt > arrivalTime),
    arrive() {
      arrivedAt = performance.now();
    },
  };
}
