// What popup, library and options have in common when they open: root element, title, theme. Knows no storage.
import { type ComponentChildren, render } from 'preact';
import type { Settings, Theme } from '../../lib/settings/settings';
import { textLocale } from '../../lib/text/translate';
import { applyTheme } from '../apply-theme';

export interface MountedPage {
  root: Element;
  draw(content: ComponentChildren): void;
  /** Puts the chosen theme on the page; the last one called counts. */
  useTheme(settings: Pick<Settings, 'theme'>): void;
}

/** Draws into `#root`, which every page of ours has, over what is in it. `theme` holds until the settings are known. */
export function mountPage(title: string, theme: Theme = 'auto'): MountedPage {
  const root = document.getElementById('root') ?? document.body;
  const { language, direction } = textLocale();
  Object.assign(document.documentElement, { lang: language, dir: direction });
  document.title = title;
  let endTheme = applyTheme(theme);
  return {
    root,
    draw: (content) => render(content, root),
    useTheme(settings) {
      endTheme();
      endTheme = applyTheme(settings.theme);
    },
  };
}
