// @vitest-environment happy-dom
// A content script whose extension was updated, reloaded or switched off under its page.
import { beforeEach, describe, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({ runtime: { id: 'papergloss' as string | undefined } }));
vi.mock('wxt/browser', () => ({ browser }));

const { ContentScriptContext } = await import('../../lib/page/script-context');

beforeEach(() => {
  browser.runtime.id = 'papergloss';
});

describe('the life of a content script', () => {
  it('goes on while its extension is there, whatever the reader does', () => {
    const life = new ContentScriptContext();
    window.dispatchEvent(new Event('pointerover'));
    expect([life.isValid, life.signal.aborted]).toEqual([true, false]);
  });

  it('ends, once and for good, when it is asked after the extension has gone', () => {
    const life = new ContentScriptContext();
    const onEnd = vi.fn();
    life.onInvalidated(onEnd);
    browser.runtime.id = undefined;
    expect([life.isValid, life.isValid]).toEqual([false, false]);
    browser.runtime.id = 'papergloss';
    expect(life.isValid).toBe(false);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it.each(['pointerover', 'pointerdown', 'keydown', 'focus', 'scroll'])(
    'ends before what the page has there hears of a %s',
    (moment) => {
      const life = new ContentScriptContext();
      const button = document.body.appendChild(document.createElement('button'));
      const heard: boolean[] = [];
      button.addEventListener(moment, () => heard.push(life.signal.aborted));
      browser.runtime.id = undefined;
      button.dispatchEvent(new Event(moment));
      expect(heard).toEqual([true]);
    },
  );

  it('ends when the reader comes back to the tab', () => {
    const life = new ContentScriptContext();
    browser.runtime.id = undefined;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(life.signal.aborted).toBe(true);
  });

  it('asks no more once it has ended', () => {
    const life = new ContentScriptContext();
    browser.runtime.id = undefined;
    expect(life.isValid).toBe(false);
    const asked = vi.spyOn(browser, 'runtime', 'get').mockReturnValue({ id: undefined });
    window.dispatchEvent(new Event('keydown'));
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
