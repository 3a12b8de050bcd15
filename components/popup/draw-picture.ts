// Draws a picture of the popup that was taken the last time: the first thing the page runs, hence without imports. A picture holds
// texts of the feed and is judged anew; one with anything in it that we do not draw is not drawn at all.

/** What the popup consists of. Nothing that loads, runs or sends anything. */
const elements = new Set(
  (
    'a button circle code details div ellipse footer h1 h2 h3 header input kbd li line main mark nav ol p path polyline ' +
    'rect search section span strong summary svg ul'
  ).split(' '),
);

const attributes =
  /^(?:aria-[a-z]+|data-[a-z-]+|class|role|title|type|rel|target|lang|dir|hidden|tabindex|placeholder|autocomplete|spellcheck|id|open|viewBox|d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|fill|fill-rule|stroke|stroke-[a-z]+|preserveAspectRatio)$/;

function isOurs(element: Element): boolean {
  if (!elements.has(element.localName)) return false;
  for (const { name, value } of element.attributes) {
    if (name === 'href' ? !value.startsWith('https://') : !attributes.test(name)) return false;
  }
  return true;
}

/** Puts the picture into `root`; false, and nothing is drawn, where it is not one of ours. */
export function drawPicture(root: Element, html: string): boolean {
  // A document of its own: nothing in it runs or loads while it is judged.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.getElementsByTagName('*')) if (!isOurs(element)) return false;
  root.replaceChildren(...body.childNodes);
  return true;
}
