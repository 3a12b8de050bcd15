import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostSelector } from '../../lib/page/shadow-host';
import { type HidingScripting, hidingStyle, toggleAnnotations } from '../../lib/toolbar/toggle-annotations';

/** A page whose scripts of ours run right here; what they leave behind goes with it. */
function page() {
  const styles: string[] = [];
  const scripting = {
    executeScript: vi.fn<HidingScripting['executeScript']>(async ({ func }) => [{ result: func() }]),
    insertCSS: vi.fn<HidingScripting['insertCSS']>(async ({ css }) => void styles.push(css)),
    removeCSS: vi.fn<HidingScripting['removeCSS']>(
      async ({ css }) => void styles.splice(styles.indexOf(css), 1),
    ),
  };
  return { styles, scripting };
}

const loadAnew = () => Reflect.deleteProperty(globalThis, 'papergloss-hidden');
afterEach(loadAnew);

describe('hiding what is ours on a page', () => {
  it('takes every kind of element of ours, whatever the page says', () => {
    expect(hidingStyle.split('{')[0]).toBe(hostSelector);
    expect(hidingStyle).toContain('display:none!important');
  });

  it('hides it, shows it, hides it, by a style of the reader’s in that tab', async () => {
    const { styles, scripting } = page();
    expect(await toggleAnnotations(scripting, 7)).toBe(true);
    expect(styles).toEqual([hidingStyle]);
    expect(scripting.insertCSS.mock.lastCall?.[0]).toMatchObject({ target: { tabId: 7 }, origin: 'USER' });
    expect(await toggleAnnotations(scripting, 7)).toBe(false);
    expect(styles).toEqual([]);
    // Taken back as it was put in, or the browser would find nothing.
    expect(scripting.removeCSS.mock.lastCall).toEqual(scripting.insertCSS.mock.lastCall);
    expect(await toggleAnnotations(scripting, 7)).toBe(true);
  });

  it('knows nothing of the page that was there before', async () => {
    expect(await toggleAnnotations(page().scripting, 7)).toBe(true);
    loadAnew();
    expect(await toggleAnnotations(page().scripting, 7)).toBe(true);
  });

  it('rejects where the browser keeps extensions out, and changes nothing', async () => {
    const { styles, scripting } = page();
    scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    await expect(toggleAnnotations(scripting, 7)).rejects.toThrow('Cannot access');
    expect(styles).toEqual([]);
  });
});
