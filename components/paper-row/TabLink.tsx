// A real link whose plain click opens a tab through the page that holds us; every other click stays the browser's.
import type { ComponentChildren } from 'preact';

interface TabLinkProps {
  /** Nothing but the children is drawn unless it begins with `https://`. */
  href: string;
  /** Without it every click is the browser's. */
  onOpen?(url: string): void;
  /** Takes the focus when the keyboard moves to its row. */
  focusTarget?: boolean;
  /** Its name where the text is an abbreviation. */
  label?: string;
  children: ComponentChildren;
}

export function TabLink({ href, onOpen, focusTarget, label, children }: TabLinkProps) {
  if (!/^https:\/\//i.test(href)) return <>{children}</>;
  function onClick(event: MouseEvent) {
    if (!onOpen || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    onOpen(href);
  }
  return (
    <a
      href={href}
      rel="noreferrer noopener"
      data-row-focus={focusTarget}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
