// Tells when the reader has arrived at another page of the same document: pushState, Turbo, GitHub's soft navigation, Back.

/** Fired by GitHub's own scripts after the new content is in place. */
const siteEvents = ['turbo:load', 'turbo:render', 'turbo:frame-render', 'soft-nav:end', 'soft-nav:render'];

/**
 * Calls `onArrival` after every navigation within the document and after a page came back from the back/forward
 * cache. It may be called several times for one navigation; callers must not mind.
 */
export function watchRoutes(document: Document, onArrival: () => void, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const navigation: EventTarget | undefined = Reflect.get(view, 'navigation');
  navigation?.addEventListener('navigatesuccess', onArrival, { signal });
  view.addEventListener('popstate', onArrival, { signal });
  view.addEventListener('pageshow', onArrival, { signal });
  for (const event of siteEvents) document.addEventListener(event, onArrival, { signal });
}
