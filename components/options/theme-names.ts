// What the themes are called.
import type { Theme } from '../../lib/settings/page-settings';
import type { MessageKey } from '../../lib/text/translate';

export const themeNames: Record<Theme, MessageKey> = {
  auto: 'optionsThemeAuto',
  light: 'optionsThemeLight',
  dark: 'optionsThemeDark',
};

export const themes: readonly Theme[] = ['auto', 'light', 'dark'];
