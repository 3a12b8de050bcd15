// Tells when the page has changed below its root, blind to our own hosts being put in.
import { hostSelector } from './shadow-host';

const isOurs = (node: Node) => node instanceof Element && node.matches(hostSelector);

function isForeignChange({ addedNodes, removedNodes }: MutationRecord): boolean {
  for (const node of addedNodes) if (!isOurs(node)) return true;
  // That one of ours was taken away is the page's doing, or was ours and costs one look.
  return removedNodes.length > 0;
}

/** Calls `onChange` after every task of the page that changed something, until `signal` aborts. */
export function watchSubtree(document: Document, onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    if (records.some(isForeignChange)) onChange();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
