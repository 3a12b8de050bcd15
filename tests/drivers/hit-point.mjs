// @ts-check
// Where a mouse can hit an element.
/** Runs in the page, on the element. */
const findCentre = `async function () {
  const box = () => this.getBoundingClientRect();
  const before = box();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { x, y, width, height } = box();
  if (x !== before.x || y !== before.y || width === 0 || height === 0) return undefined;
  const point = { x: x + width / 2, y: y + height / 2 };
  const hit = this.getRootNode().elementFromPoint(point.x, point.y);
  if (!this.contains(hit)) throw new Error('covered by ' + (hit ? hit.outerHTML.slice(0, 120) : 'nothing of the same root'));
  return point;
}`;

/**
 * Scrolls to the element and finds its centre in the viewport.
 * @param {import('./closed-roots.mjs').Inside} inside
 * @param {string} element remote object
 * @returns {Promise<{ x: number, y: number } | undefined>} CSS pixels; undefined while it moves or has no size
 * @throws when something covers it
 */
export async function hitPoint(inside, element) {
  await inside.scrollTo(element);
  return inside.call(element, findCentre, []);
}
