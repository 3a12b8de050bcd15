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

/** The language the texts are in (BCP 47) and its direction. */
export function textLocale(): { language: string; direction: 'ltr' | 'rtl' } {
  const locale = browser.i18n.getMessage('@@ui_locale') || 'en';
  const direction = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  return { language: locale.replace('_', '-'), direction };
}
