// Tells when the page has changed below its root: throttled, and blind to our own hosts.
import { hostSelector } from './shadow-host';

/** The shortest time between two calls, ms. */
const pause = 150;

function isOurs(node: Node): boolean {
  return node instanceof Element && node.matches(hostSelector);
}

/** Calls `onChange` at once for the first change and at most every 150 ms after that, until `signal` aborts. */
export function watchSubtree(document: Document, onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const tell = () => {
    missed = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (missed) tell();
    }, pause);
    onChange();
  };
  const observer = new MutationObserver((records) => {
    const foreign = records.some(({ addedNodes, removedNodes }) =>
      [...addedNodes, ...removedNodes].some((node) => !isOurs(node)),
    );
    const removed = records.some(({ removedNodes }) => [...removedNodes].some(isOurs));
    if (!foreign && !removed) return;
    if (timer) missed = true;
    else tell();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
