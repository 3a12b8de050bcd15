// What a hostile feed or page must not bring about, looked for in a page or a shadow root: elements and attributes that are not ours,
// links that lead astray, content wider than its place. Tests nothing itself.
import type { BrowserContext, Page } from 'playwright-core';

/** Sent as source: names every element, attribute and address that we never draw. */
export function strangersIn(root: Document | ShadowRoot): string[] {
  const ours = new Set(
    (
      'html head title meta link script body main nav header footer section search div p span strong b small code kbd mark bdi br ' +
      'a button input label select option optgroup textarea fieldset legend details summary dialog form output progress meter time ' +
      'h1 h2 h3 h4 ol ul li dl dt dd hr img table caption thead tbody tr th td ' +
      'svg g path line polyline circle ellipse rect style'
    ).split(' '),
  );
  const own = document.location.origin;
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const { localName } = element;
    if (!ours.has(localName)) found.push(localName);
    // Where styles and scripts stand, none but the page's own files do.
    if (localName === 'script' && !element.getAttribute('src')?.startsWith('/'))
      found.push('an inline script');
    if (localName === 'meta' && element.hasAttribute('http-equiv')) found.push('meta http-equiv');
    if (localName === 'style' && root instanceof Document) found.push('a style in the page');
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:srcdoc|formaction|action|background|ping|manifest|xlink:href)$/i.test(name))
        found.push(`${localName}[${name}]`);
      if (
        name === 'src' &&
        /^[a-z]+:/i.test(value) &&
        !/^https:\/\/cdn-thumbnails\.huggingface\.co\//.test(value)
      )
        found.push(`${localName}[src=${value}]`);
      if (name !== 'href' || localName === 'link' || value.startsWith('#')) continue;
      const { protocol, origin, username } = new URL(value, document.baseURI);
      if ((protocol !== 'https:' && origin !== own) || username) found.push(`${localName}[href=${value}]`);
    }
  }
  return [...new Set(found)];
}

/** From now on, whatever runs by a payload, asks something of the reader or is stopped by a policy is remembered. */
export async function watchForHits(context: BrowserContext): Promise<string[]> {
  const hits: string[] = [];
  context.on('dialog', (dialog) => {
    hits.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.addInitScript(() => {
    Reflect.set(window, '__violations', []);
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.get(window, '__violations').push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return hits;
}

/** What a payload did in this page: [] for nothing. */
export const hitsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(Reflect.get(window, '__hit') === undefined ? [] : ['a script ran']),
    ...(Reflect.get(window, '__violations') ?? ['nobody watched']),
    ...(Reflect.get(Object.prototype, 'isAdmin') === undefined ? [] : ['prototypes are polluted']),
  ]);

/** How far, in px, the page's content is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth);
