// Texts, days and numbers speak one language: that of the texts, whatever the browser's own is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const texts: Record<string, string> = {};

/** As a browser with these texts, and with English ones where a key is not among them. */
async function speaking(messages: Record<string, string>, preferred: string[] = ['it']) {
  vi.stubGlobal('navigator', { languages: preferred });
  Object.assign(texts, messages);
  return { ...(await import('../../lib/text/translate')), ...(await import('../../lib/text/format')) };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('browser', {
    runtime: { id: 'papergloss-under-test' },
    i18n: { getMessage: (key: string) => texts[key] ?? '' },
  });
});
afterEach(() => {
  for (const key of Object.keys(texts)) delete texts[key];
  vi.unstubAllGlobals();
});

describe('the language', () => {
  it('is that of the texts, not that of the browser', async () => {
    const { textLanguage, textLocale } = await speaking({ language: 'fr', '@@ui_locale': 'it' });
    expect(textLanguage()).toBe('fr');
    expect(textLocale()).toEqual({ language: 'fr', direction: 'ltr' });
  });

  it('is written as the country of the reader does, where that is known', async () => {
    const { textLanguage, textLocale, formatDay } = await speaking({ language: 'en' }, [
      'fr-CH',
      'en-GB',
      'en-US',
    ]);
    expect(textLanguage()).toBe('en-GB');
    expect(formatDay('2026-06-12', Date.UTC(2026, 10, 23))).toBe('12 Jun');
    expect(textLocale().language).toBe('en');
  });

  it('is English where the browser knows no texts', async () => {
    const { textLanguage, t } = await speaking({});
    expect(textLanguage()).toBe('en');
    expect(t('justNow')).toBe('justNow');
  });

  it('runs from right to left where the browser says so', async () => {
    const { textLocale } = await speaking({ language: 'en', '@@bidi_dir': 'rtl' });
    expect(textLocale()).toEqual({ language: 'en', direction: 'rtl' });
  });
});

describe('numbers and days', () => {
  const now = Date.UTC(2026, 10, 23, 12);

  it.each([
    ['de', '12.345', '12. Juni'],
    ['en', '12,345', 'Jun 12'],
    ['zh-CN', '12,345', '6月12日'],
  ])('are written in %s with its texts', async (language, number, day) => {
    const { formatNumber, formatDay } = await speaking({ language });
    expect(formatNumber(12_345)).toBe(number);
    expect(formatDay('2026-06-12', now)).toBe(day);
  });

  it('are short or aged in that language, too', async () => {
    const { formatCount, formatAge, formatTime } = await speaking({ language: 'ja' });
    expect(formatCount(12_345)).toBe('1.2万');
    expect(formatAge(now - 3 * 3_600_000, now)).toMatch(/^3\s?時間前$/);
    expect(formatTime(now)).toMatch(/^\d{1,2}:\d\d$/);
  });
});
