// Whether the reader may have seen the page: from then on nothing may be pushed. Asks for one frame and measures nothing.

/**
 * The returned function says true from the first frame on that is drawn with a body. A frame callback runs just before its
 * frame is drawn, and no sooner than the style sheets the page waits for are there; the browser's own paint entries
 * come too late, after the frame.
 */
export function watchFirstPaint(document: Document): () => boolean {
  const view = document.defaultView;
  let painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  const onFrame = () => {
    painted ||= document.body !== null;
    if (!painted) view?.requestAnimationFrame(onFrame);
  };
  if (!painted) view?.requestAnimationFrame(onFrame);
  return () => painted;
}
