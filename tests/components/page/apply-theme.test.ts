// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyTheme } from '../../../components/apply-theme';

/** The system's colour scheme, to be switched by the test. */
function systemScheme(dark: boolean) {
  const query = Object.assign(new EventTarget(), { matches: dark });
  vi.spyOn(window, 'matchMedia').mockReturnValue(query as unknown as MediaQueryList);
  return (nowDark: boolean) => {
    query.matches = nowDark;
    query.dispatchEvent(new Event('change'));
  };
}

const theme = () => document.documentElement.dataset.theme;

afterEach(() => vi.restoreAllMocks());

describe('the theme of a page', () => {
  it.each(['light', 'dark'] as const)('is %s when chosen, whatever the system is', (chosen) => {
    const setSystem = systemScheme(chosen === 'light');
    applyTheme(chosen);
    setSystem(chosen === 'dark');
    expect(theme()).toBe(chosen);
  });

  it('follows the system when left to it', () => {
    const setSystem = systemScheme(true);
    const stop = applyTheme('auto');
    expect(theme()).toBe('dark');
    setSystem(false);
    expect(theme()).toBe('light');
    stop();
    setSystem(true);
    expect(theme()).toBe('light');
  });
});
