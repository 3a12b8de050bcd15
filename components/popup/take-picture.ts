// Takes a picture of the popup: its first rows as HTML, to be drawn again before anything is loaded. Without what is true for a moment
// or for one page only, and without what would ask the network.

/** More than the popup is high, and as much as a side panel. */
const rowsInSight = 8;

/** Undefined while the popup shows something else than it will when it is opened again. */
export function takePicture(root: Element): string | undefined {
  if (!root.firstElementChild?.hasAttribute('data-picturable')) return undefined;
  const picture = root.cloneNode(true);
  if (!(picture instanceof Element)) return undefined;
  for (const passing of picture.querySelectorAll('[data-passing]')) {
    // The place itself stays where it is, so that what comes after it does.
    if (passing.matches('.notices, footer')) passing.replaceChildren();
    else passing.remove();
  }
  for (const part of picture.querySelectorAll(
    `progress, img, .papers > li:nth-child(n + ${rowsInSight + 1})`,
  ))
    part.remove();
  // Until the popup is alive a link has to open a tab by itself.
  for (const link of picture.querySelectorAll('a[href]')) link.setAttribute('target', '_blank');
  return picture.innerHTML;
}
