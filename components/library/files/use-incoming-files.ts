// Files that are dropped anywhere on the page, and files or papers pasted where nothing takes text. Reads nothing of them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { findPaperIds } from '../../../lib/papers/paper-id';

interface Incoming {
  onFiles(files: readonly File[]): void;
  /** Text with arXiv ids in it; any other is nobody's business here. */
  onText(text: string): void;
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

const takesText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Whether a file is being held over the page. */
export function useIncomingFiles(incoming: Incoming): boolean {
  const [over, setOver] = useState(false);
  const newest = useRef(incoming);
  newest.current = incoming;
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    // Leaving an element for another tells where it goes; leaving the page does not.
    document.addEventListener('dragleave', (event) => !event.relatedTarget && setOver(false), { signal });
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!holdsFiles(event)) return;
        // Otherwise the browser would leave the page for the file.
        event.preventDefault();
        newest.current.onFiles([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      ({ target, clipboardData }) => {
        if (takesText(target) || document.querySelector('dialog[open]')) return;
        const files = [...(clipboardData?.files ?? [])];
        const text = clipboardData?.getData('text/plain') ?? '';
        if (findPaperIds(text).length > 0) newest.current.onText(text);
        else if (files.length > 0) newest.current.onFiles(files);
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
  return over;
}
