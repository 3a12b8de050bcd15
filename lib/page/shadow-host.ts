// The element everything of ours sits in: a closed shadow root that carries the stylesheet. Puts nothing into the page's head.
import type { Place } from '../sites/types';

/** The names by which we know our own elements; valid custom element names, though no element is registered. */
export const hostTags = { card: 'papergloss-card', badge: 'papergloss-badge' } as const;
export const hostSelector = Object.values(hostTags).join(',');

export interface ShadowHost {
  host: HTMLElement;
  root: ShadowRoot;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** One constructed sheet for all hosts of a document; where the browser refuses it, each root gets its own text. */
function addStyle(document: Document, root: ShadowRoot, css: string): void {
  try {
    let sheet = sheets.get(document);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(document, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** Creates a host of this form, not yet in the page. */
export function createShadowHost(document: Document, form: keyof typeof hostTags, css: string): ShadowHost {
  const host = document.createElement(hostTags[form]);
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(document, root, css);
  return { host, root };
}

export function insertAt({ element, position }: Place, host: HTMLElement): void {
  element[position](host);
}
