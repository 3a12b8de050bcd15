// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { followHostTheme, hostTheme } from '../../lib/page/host-theme';

afterEach(() => {
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  document.body.textContent = '';
});

describe('the theme of a page', () => {
  const pages: [what: string, body: string, root: string, theme: string][] = [
    ['a white body', 'rgb(255, 255, 255)', '', 'light'],
    ['a black body', 'rgb(0, 0, 0)', '', 'dark'],
    ['GitHub’s dark', 'rgb(13, 17, 23)', '', 'dark'],
    ['a mid grey that dark text is read on', 'rgb(160, 160, 160)', '', 'light'],
    ['a see-through body on a dark root', 'rgba(0, 0, 0, 0)', 'rgb(20, 20, 20)', 'dark'],
    ['a light body on a dark root', 'rgb(250, 250, 250)', 'rgb(20, 20, 20)', 'light'],
  ];
  it.each(pages)('with %s', (_what, body, root, theme) => {
    document.body.style.backgroundColor = body;
    document.documentElement.style.backgroundColor = root;
    expect(hostTheme(document)).toBe(theme);
  });

  it('is followed when the page changes it', async () => {
    const end = new AbortController();
    const host = document.body.appendChild(document.createElement('papergloss-card'));
    followHostTheme(document, 'papergloss-card', end.signal);
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
    document.documentElement.setAttribute('data-color-mode', 'dark');
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.dataset.theme).toBe('dark');
    end.abort();
  });
});
