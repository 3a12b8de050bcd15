// What popup, library and options have in common when they open: root element, title, theme. Knows no storage.
import { type ComponentChildren, render } from 'preact';
import type { Settings } from '../../lib/settings/settings';
import { textLocale } from '../../lib/text/translate';
import { applyTheme } from '../apply-theme';

export interface MountedPage {
  draw(content: ComponentChildren): void;
  /** Puts the chosen theme on the page; the last one called counts. */
  useTheme(settings: Settings): void;
}

/** Draws into `#root`, which every page of ours has. */
export function mountPage(title: string): MountedPage {
  const root = document.getElementById('root') ?? document.body;
  const { language, direction } = textLocale();
  Object.assign(document.documentElement, { lang: language, dir: direction });
  document.title = title;
  let endTheme = applyTheme('auto');
  return {
    draw: (content) => render(content, root),
    useTheme({ theme }) {
      endTheme();
      endTheme = applyTheme(theme);
    },
  };
}
