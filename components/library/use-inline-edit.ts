// A text that is edited in its row: saved when the focus leaves it, given up with Escape, and kept where it cannot be saved.
import { useLayoutEffect, useRef } from 'preact/hooks';

interface InlineEdit {
  /** What is stored. */
  stored: string;
  /** What was typed before and could not be saved. */
  unsaved?: string;
  /** Whether it was saved; keeps the text somewhere where it was not. */
  onSave(text: string): Promise<boolean>;
  onClose(): void;
  /** Hands the focus back to the row. */
  onLeave(): void;
}

/** `endsWithEnter`: Enter alone saves; otherwise only with Ctrl or Command. */
export function useInlineEdit<Field extends HTMLInputElement | HTMLTextAreaElement>(
  { stored, unsaved, onSave, onClose, onLeave }: InlineEdit,
  endsWithEnter: boolean,
) {
  const field = useRef<Field>(null);
  const typed = useRef(unsaved ?? stored);
  const saved = useRef(stored);
  const first = useRef(unsaved ?? stored);
  /** Closed, or gone with its row: whatever comes late is no business of the next editor's. */
  const over = useRef(false);

  async function save(): Promise<boolean> {
    const text = typed.current;
    const before = saved.current;
    if (text === before) return true;
    // Counts as saved at once, so that leaving the field meanwhile does not save it twice.
    saved.current = text;
    const done = await onSave(text);
    if (!done) saved.current = before;
    return done;
  }
  /** The row was taken away with the text in it. */
  async function saveAndClose(): Promise<void> {
    over.current = true;
    if (await save()) onClose();
  }
  const newest = useRef(save);
  newest.current = save;
  const gone = useRef(saveAndClose);
  gone.current = saveAndClose;

  // At once and not after the next frame: what was typed is saved while the page is still there.
  useLayoutEffect(() => {
    // What comes back with its row does not take the focus from where it is.
    if (unsaved === undefined) {
      field.current?.focus({ preventScroll: true });
      field.current?.scrollIntoView({ block: 'nearest' });
    }
    const onPageHide = () => void newest.current();
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      if (!over.current) void gone.current();
    };
  }, []);

  function leave() {
    over.current = true;
    onLeave();
    onClose();
  }
  async function onBlur() {
    // The window lost the focus, not the field: whoever looks something up comes back to it.
    const stays = document.activeElement === field.current;
    if ((await save()) && !stays && !over.current) onClose();
  }
  async function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const ends = event.key === 'Enter' && (endsWithEnter || event.ctrlKey || event.metaKey);
    if (ends) {
      event.preventDefault();
      if (!(await save()) || over.current) return;
      leave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      typed.current = saved.current;
      leave();
    }
  }
  function onInput(event: { currentTarget: { value: string } }) {
    typed.current = event.currentTarget.value;
  }

  return { ref: field, defaultValue: first.current, onInput, onKeyDown, onBlur };
}
