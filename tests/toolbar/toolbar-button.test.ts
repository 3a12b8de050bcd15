import { describe, expect, it, vi } from 'vitest';
import { badgeText, drawButton } from '../../lib/toolbar/toolbar-button';
import { exampleButton } from './example-button';

describe('the number on the button', () => {
  it.each([
    [-1, ''],
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [20_000, '99+'],
  ])('%i is written %j', (count, text) => {
    expect(badgeText(count)).toBe(text);
  });
});

describe('drawing the button', () => {
  it('gives a tab without a text that of all tabs back', async () => {
    const { button, text } = exampleButton();
    await drawButton(button, { text: '5', colour: 'quiet', title: 'Five' });
    await drawButton(button, { text: '✓', colour: 'done', title: 'Done' }, 7);
    expect([text(7), text(8)]).toEqual(['✓', '5']);
    await drawButton(button, { text: '', colour: 'quiet', title: 'Five' }, 7);
    expect(text(7)).toBe('5');
  });

  it('leaves all tabs without a text by an empty one, which every browser knows', async () => {
    const { button, text } = exampleButton();
    await drawButton(button, { text: '5', colour: 'quiet', title: 'Five' });
    await drawButton(button, { text: '', colour: 'quiet', title: 'None' });
    expect(text()).toBe('');
  });

  it('sets the title alone where the browser has no badge', async () => {
    const setTitle = vi.fn(async () => {});
    await drawButton({ setTitle }, { text: '5', colour: 'quiet', title: 'Five' });
    expect(setTitle.mock.calls).toEqual([[{ title: 'Five' }]]);
  });

  /** WCAG 2.2, relative luminance and contrast. */
  function contrast(one: string, other: string): number {
    const luminance = (colour: string) =>
      [1, 3, 5]
        .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  it.each(['quiet', 'done', 'failed'] as const)(
    'has a text that is read and a ground that is told from light and dark toolbars: %s',
    async (colour) => {
      const { button, color } = exampleButton();
      const setBadgeTextColor = vi.fn(async (_: { color: unknown }) => {});
      await drawButton({ ...button, setBadgeTextColor }, { text: '5', colour, title: '' });
      const ground = String(color());
      expect(contrast(ground, String(setBadgeTextColor.mock.lastCall?.[0].color))).toBeGreaterThan(4.5);
      for (const toolbar of ['#f9f9fb', '#dee1e6', '#1c1b22']) {
        expect(contrast(ground, toolbar), toolbar).toBeGreaterThan(2.5);
      }
    },
  );
});
