// Puts a text on the clipboard from inside a page that may not want that. Draws nothing that stays.

/** The part of `navigator.clipboard` this needs; pages without one have the old way. */
type Clipboard = Pick<globalThis.Clipboard, 'writeText'>;

/** The way that needs no permission: a field out of sight whose text is selected. The focus goes back to where it was. */
function copyBySelection(root: ShadowRoot | HTMLElement, text: string): boolean {
  const page = root.ownerDocument;
  const { activeElement } = root instanceof ShadowRoot ? root : page;
  const field = page.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.ariaHidden = 'true';
  field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  // What the page does with what is copied from it is not meant for this.
  field.addEventListener('copy', (event) => event.stopPropagation());
  root.append(field);
  field.select();
  try {
    return page.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  }
}

/** To be called soon after a click: browsers ask for one. False where the browser lets nothing onto the clipboard. Never rejects. */
export async function copyText(
  root: ShadowRoot | HTMLElement,
  text: string,
  clipboard: Clipboard | undefined = navigator.clipboard,
): Promise<boolean> {
  try {
    if (!clipboard) throw new Error('no clipboard');
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(root, text);
  }
}
