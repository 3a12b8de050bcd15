import { describe, expect, it, vi } from 'vitest';
import { createToolbarVoice } from '../../lib/toolbar/toolbar-voice';
import { exampleButton, exampleClock, settled } from './example-button';

const saved = { done: true, text: 'On your reading list' };
const nothing = { done: false, text: 'No paper was found here.' };

function toolbar() {
  const shown = exampleButton();
  const clock = exampleClock();
  const number = {
    hold: vi.fn(),
    restore: vi.fn(async (tabId: number) => {
      await shown.button.setBadgeText?.({ tabId, text: 'restored' }).catch(() => {});
    }),
  };
  const say = createToolbarVoice({ button: shown.button, wait: clock.wait, number });
  return { ...shown, ...clock, number, say };
}

describe('what is said on the toolbar button', () => {
  it('stands there for two seconds, in the tab alone, and then what stood there before comes back', async () => {
    const { text, title, waited, ring, number, say } = toolbar();
    const done = say(7, saved);
    await settled();
    expect([text(7), title(7), text(8)]).toEqual(['✓', 'On your reading list', undefined]);
    expect(waited()).toEqual([2_000]);
    expect(number.hold.mock.calls).toEqual([[7]]);
    expect(number.restore).not.toHaveBeenCalled();
    await ring();
    await done;
    expect(number.restore.mock.calls).toEqual([[7]]);
    expect(text(7)).toBe('restored');
  });

  it('has another mark and another colour for what was not done', async () => {
    const { text, color, say } = toolbar();
    void say(7, nothing);
    void say(8, saved);
    await settled();
    expect(text(7)).toBe('!');
    expect(color(7)).not.toBe(color(8));
  });

  it('is not wiped out by what was said before in the same tab', async () => {
    const { text, ring, number, say } = toolbar();
    void say(7, nothing);
    await settled();
    const ringFirst = ring();
    void say(7, saved);
    await ringFirst;
    expect(text(7)).toBe('✓');
    expect(number.restore).not.toHaveBeenCalled();
    await ring();
    expect(number.restore.mock.calls).toEqual([[7]]);
  });

  it('bears a tab that is gone, and holds nothing back for it', async () => {
    const { closeTab, waited, number, say } = toolbar();
    closeTab(7);
    await expect(say(7, saved)).resolves.toBeUndefined();
    expect(waited()).toEqual([]);
    expect(number.restore.mock.calls).toEqual([[7]]);
  });

  it.each([undefined, -1])('is nothing outside of tabs: %s', async (tabId) => {
    const { number, say } = toolbar();
    await say(tabId, saved);
    expect(number.hold).not.toHaveBeenCalled();
  });
});
