// Whether the page is dark, judged by its own background: a reader with a dark system may read a white page.

/** WCAG relative luminance of a computed colour, 0 to 1; undefined for a transparent or unreadable one. */
function luminance(color: string): number | undefined {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb') || red === undefined || green === undefined || blue === undefined)
    return undefined;
  if (alpha < 0.5) return undefined;
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * `dark` when the background the reader sees is dark. Where body and root paint none it is the browser's canvas,
 * which is dark only when the page allows it (`color-scheme`) and the reader prefers it.
 */
export function hostTheme(document: Document): 'light' | 'dark' {
  const view = document.defaultView;
  if (!view) return 'light';
  for (const element of [document.body, document.documentElement]) {
    const value = element && luminance(view.getComputedStyle(element).backgroundColor);
    if (value !== undefined && value !== null) return value < 0.18 ? 'dark' : 'light';
  }
  const allowed = view.getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return allowed.includes('dark') && (prefersDark || !allowed.includes('light')) ? 'dark' : 'light';
}

/**
 * Keeps all hosts of `selector` in the page's theme, until `signal` aborts: when its style sheets have come, and when the page
 * or the system changes it.
 */
export function followHostTheme(document: Document, selector: string, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const apply = () => {
    const theme = hostTheme(document);
    for (const host of document.querySelectorAll<HTMLElement>(selector)) host.dataset.theme = theme;
  };
  // No frame is drawn before the style sheets are there, which a host drawn earlier could not know.
  const onFrame = () => {
    if (document.body) apply();
    else if (!signal.aborted) view.requestAnimationFrame(onFrame);
  };
  view.requestAnimationFrame(onFrame);
  view.addEventListener('load', apply, { signal });
  const observer = new MutationObserver(apply);
  const attributeFilter = ['class', 'style', 'data-color-mode', 'data-theme'];
  observer.observe(document.documentElement, { attributes: true, attributeFilter });
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
