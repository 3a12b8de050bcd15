// Every word a reader sees comes through here, from public/_locales. The only place that knows the browser's i18n.
import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/**
 * The text of `key` in the reader's language, with `$1`, `$2` … replaced by `substitutions`.
 * Returns the key itself where the browser knows no such message, so that a gap is seen and nothing breaks.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}

/** As the texts themselves say: the browser's own may be a language there are no texts in. `en` where the browser knows no texts. */
const languageOfTexts = (): string => browser.i18n.getMessage('language') || 'en';

/**
 * The language (BCP 47) days and numbers are written in, so that they agree with the words around them: that of the texts, as the
 * reader's country writes it where the browser knows one (`en` → `en-GB`).
 */
export function textLanguage(): string {
  const language = languageOfTexts();
  const preferred = globalThis.navigator?.languages ?? [];
  return preferred.find((other) => other === language || other.startsWith(`${language}-`)) ?? language;
}

/** The language of the texts (BCP 47) and the direction of pages. */
export function textLocale(): { language: string; direction: 'ltr' | 'rtl' } {
  const direction = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  return { language: languageOfTexts(), direction };
}
