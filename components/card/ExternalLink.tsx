// A link out of a card. The only place that writes an `href`, so that one line decides what may be linked.
import type { ComponentChildren } from 'preact';

/** Nothing at all is drawn for an address that does not begin with `https://`. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  if (!/^https:\/\//i.test(href)) return null;
  return (
    <a href={href} rel="noreferrer noopener">
      {children}
    </a>
  );
}
