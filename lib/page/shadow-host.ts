// The element everything of ours sits in: a closed shadow root that carries the stylesheet. Puts nothing into the page's head.
import type { Place } from '../sites/types';

/** The names by which we know our own elements; valid custom element names, though no element is registered. */
export const hostTags = {
  card: 'papergloss-card',
  badge: 'papergloss-badge',
  bar: 'papergloss-bar',
} as const;
export const mentionSelector = `${hostTags.card},${hostTags.badge}`;
export const hostSelector = `${mentionSelector},${hostTags.bar}`;

export interface ShadowHost {
  host: HTMLElement;
  root: ShadowRoot;
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One constructed sheet for all hosts of a document that look alike; where the browser refuses it, each root gets its own text. */
function addStyle(document: Document, root: ShadowRoot, css: string): void {
  try {
    const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
    sheets.set(document, known);
    let sheet = known.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      known.set(css, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Creates a host of this form, not yet in the page. In a document that knows no custom elements: had the page defined one of this name,
 * the host would be one from the start, and its `ElementInternals` would give the page the closed root.
 */
export function createShadowHost(document: Document, form: keyof typeof hostTags, css: string): ShadowHost {
  const host = document.createElement('template').content.ownerDocument.createElement(hostTags[form]);
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  addStyle(document, root, css);
  return { host, root };
}

export function insertAt({ element, position }: Place, host: HTMLElement): void {
  if (position === 'append') element.append(host);
  else element[position](host);
}
