// A button with a menu below it, as the ARIA Authoring Practices describe its keys. Knows nothing of what is in it.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Menu {
  open: boolean;
  button: RefObject<HTMLButtonElement | null>;
  list: RefObject<HTMLDivElement | null>;
  toggle(): void;
  /** Closes it; the focus goes back to the button. */
  close(): void;
  onButtonKey(event: KeyboardEvent): void;
  onListKey(event: KeyboardEvent): void;
}

/** Where the focus goes from `position` of `count` items; undefined for a key that moves nothing. Round and round. */
export function movedTo(key: string, position: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (position + 1) % count;
    case 'ArrowUp':
      return (position + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return undefined;
}

export function useMenu(): Menu {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entersAtEnd = useRef(false);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (open)
      items()
        .at(entersAtEnd.current ? -1 : 0)
        ?.focus();
    entersAtEnd.current = false;
  }, [open]);

  useEffect(() => {
    if (!open) return;
    function onElsewhere({ target }: Event) {
      const inside =
        target instanceof Node && (list.current?.contains(target) || button.current?.contains(target));
      if (!inside) setOpen(false);
    }
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onButtonKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    entersAtEnd.current = event.key === 'ArrowUp';
    setOpen(true);
  }

  /** No key means anything to the page while the menu has the focus. */
  function onListKey(event: KeyboardEvent) {
    event.stopPropagation();
    const all = items();
    const target = movedTo(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (target !== undefined) {
      event.preventDefault();
      all[target]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      // The focus moves on from the button, as if the menu had never been there.
      close();
    }
  }

  return { open, button, list, toggle: () => setOpen(!open), close, onButtonKey, onListKey };
}
