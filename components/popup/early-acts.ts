// What the reader does to the picture of the popup before the popup is alive: kept, and done once it is. Links need nothing of this:
// they are links. Imports nothing.

/** Elements that do something when they are pressed, and are no links. */
const pressable = 'button, summary';

interface KeyPress {
  key: string;
  shiftKey: boolean;
}

/**
 * Listens until the returned function is called. That calls `bringToLife`, which draws the living popup over what is there, and then
 * does what the reader had done: presses on what is still there, keys, and what was typed into a field.
 */
export function keepEarlyActs(doc: Document = document): (bringToLife: () => void) => void {
  const acts: (() => void)[] = [];

  function onClick({ target }: Event) {
    const pressed = target instanceof Element ? target.closest<HTMLElement>(pressable) : null;
    if (pressed) acts.push(() => pressed.isConnected && pressed.click());
  }
  function press({ key, shiftKey }: KeyPress) {
    const at = doc.activeElement ?? doc.body;
    at.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing, target } = event;
    if (key === 'Enter' && target === doc.body) {
      // What an earlier key will have led to.
      acts.push(() => doc.activeElement?.matches(pressable) && (doc.activeElement as HTMLElement).click());
      return;
    }
    // Enter and the space bar on a button come as a press; in a field they are text.
    const isText = target instanceof HTMLInputElement;
    if (ctrlKey || metaKey || altKey || isComposing || isText || /^(Enter| |Tab|Escape)$/.test(key)) return;
    const field = key === '/' ? doc.querySelector<HTMLInputElement>('search input') : null;
    if (field) {
      // What is typed next is text, and has to be somewhere.
      event.preventDefault();
      field.focus();
      return;
    }
    acts.push(() => press({ key, shiftKey }));
  }
  doc.addEventListener('click', onClick);
  doc.addEventListener('keydown', onKeyDown);

  return (bringToLife) => {
    doc.removeEventListener('click', onClick);
    doc.removeEventListener('keydown', onKeyDown);
    const field = doc.activeElement instanceof HTMLInputElement ? doc.activeElement : undefined;
    const typed = field?.value;
    bringToLife();
    if (field?.isConnected && typed) {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const act of acts) act();
  };
}
