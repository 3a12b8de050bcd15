// A dialog over the page, by the browser's own element: it holds the focus and gives it back. What is in it is not its business.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface ModalDialogProps {
  title: string;
  /** Each step begins with the focus at what has `data-first-focus`. */
  step: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Open while it is mounted. A click beside it does not close it: what was typed would be gone. */
export function ModalDialog({ title, step, onClose, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // Closed before it leaves the page, so that the browser puts the focus back to where it was.
    return () => current?.close();
  }, []);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }, [step]);
  return (
    <dialog
      ref={dialog}
      class="files-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
