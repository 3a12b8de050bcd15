import { describe, expect, it, vi } from 'vitest';
import { createToolbarNumber, type ToolbarNumberDeps } from '../../lib/toolbar/toolbar-number';
import { exampleButton, exampleClock, settled } from './example-button';

type Unseen = Parameters<Parameters<ToolbarNumberDeps['followUnseen']>[0]>[0];

/** Tabs 7 and 8, whose pages name so many papers. */
function toolbar(pages: Record<number, number> = { 7: 12, 8: 0 }) {
  const shown = exampleButton();
  const clock = exampleClock();
  const followers = new Set<(unseen: Unseen) => void>();
  const watchTabs = vi.fn();
  const countOnPage = vi.fn(async (tabId: number) => {
    const papers = pages[tabId];
    if (papers === undefined) throw new Error('No tab');
    return papers;
  });
  const number = createToolbarNumber({
    button: shown.button,
    followUnseen(onChange) {
      followers.add(onChange);
      return () => followers.delete(onChange);
    },
    countOnPage,
    tabIds: async () => Object.keys(pages).map(Number),
    watchTabs,
    wait: clock.wait,
  });
  async function tell(unseen: Unseen) {
    for (const follower of followers) follower(unseen);
    await settled();
  }
  return { ...shown, ...clock, followers, watchTabs, countOnPage, number, tell, pages };
}

const day = (papers: number) => ({ day: '2026-06-12', papers });

describe('the number of the newest day', () => {
  it('is that of the papers nobody has seen, in all tabs, and says in words of which day', async () => {
    const { number, tell, text, title } = toolbar();
    await number.use('newest-day');
    await tell(day(43));
    expect(text(7)).toBe('43');
    expect(title(7)).toMatch(/^Papergloss\. Unseen papers of .*12.*: 43$/);
    await tell(day(120));
    expect(text(7)).toBe('99+');
    expect(title(7)).toContain('120');
  });

  it.each([['all is seen', day(0)] as const, ['no day is cached', undefined] as const])(
    'is none where %s',
    async (_, unseen) => {
      const { number, tell, text, title } = toolbar();
      await number.use('newest-day');
      await tell(day(43));
      await tell(unseen);
      expect([text(), title()]).toEqual(['', 'Papergloss']);
    },
  );

  it('is no business of pages: none is counted, and the browser tells of no tab', async () => {
    const { number, countOnPage, watchTabs, waited } = toolbar();
    await number.use('newest-day');
    await number.onPage(7);
    expect(waited()).toEqual([]);
    expect(countOnPage).not.toHaveBeenCalled();
    expect(watchTabs.mock.calls).toEqual([[false]]);
  });

  it('comes back, in its colour and with its title, where something else was said', async () => {
    const { number, tell, button, text, title, color } = toolbar();
    await number.use('newest-day');
    await tell(day(5));
    number.hold(7);
    await button.setBadgeText?.({ tabId: 7, text: '✓' });
    await button.setBadgeBackgroundColor?.({ tabId: 7, color: '#00ff00' });
    await number.restore(7);
    expect([text(7), title(7), color(7)]).toEqual([text(), title(), color()]);
    await tell(day(4));
    expect(text(7)).toBe('4');
  });
});

describe('the number of the page', () => {
  it('stands in its own tab, once the page had time to say more, however often it asked meanwhile', async () => {
    const { number, text, title, waited, ring, countOnPage } = toolbar();
    await number.use('page');
    const counted = [number.onPage(7), number.onPage(7), number.onPage(8)];
    expect(waited()).toEqual([500, 500]);
    await ring();
    await Promise.all(counted);
    expect(countOnPage.mock.calls).toEqual([[7], [8]]);
    expect([text(7), text(8), text()]).toEqual(['12', '', '']);
    expect(title(7)).toBe('Papergloss. Known papers on this page: 12');
  });

  it('is counted anew when the page moves on', async () => {
    const { number, text, ring, pages } = toolbar();
    await number.use('page');
    void number.onPage(7);
    await ring();
    pages[7] = 0;
    void number.onPage(7);
    await ring();
    expect(text(7)).toBe('');
  });

  it('is not lost where the page asked before the settings were read', async () => {
    const { number, text, ring } = toolbar();
    void number.onPage(7);
    await number.use('page');
    await ring();
    expect(text(7)).toBe('12');
  });

  it('waits while something else is said, and comes back then', async () => {
    const { number, button, text, ring } = toolbar();
    await number.use('page');
    number.hold(7);
    await button.setBadgeText?.({ tabId: 7, text: '✓' });
    void number.onPage(7);
    await ring();
    expect(text(7)).toBe('✓');
    await number.restore(7);
    expect(text(7)).toBe('12');
  });

  it('bears tabs that are gone', async () => {
    const { number, ring, closeTab } = toolbar();
    await number.use('page');
    closeTab(7);
    const counted = [number.onPage(7), number.onPage(9)];
    await ring();
    await expect(Promise.all([...counted, number.restore(7), number.restore(9)])).resolves.toBeDefined();
  });
});

describe('another choice', () => {
  it('puts the numbers of pages into the tabs there are', async () => {
    const { number, tell, followers, text, watchTabs } = toolbar();
    await number.use('newest-day');
    await tell(day(43));
    await number.use('page');
    expect(followers.size).toBe(0);
    expect([text(7), text(8)]).toEqual(['12', '']);
    expect(watchTabs.mock.lastCall).toEqual([true]);
  });

  it.each(['newest-day', 'none'] as const)('takes the numbers of pages back: %s', async (choice) => {
    const { number, tell, text, ring } = toolbar();
    await number.use('page');
    void number.onPage(7);
    await ring();
    await number.use(choice);
    await tell(day(43));
    expect(text(7)).toBe(choice === 'none' ? '' : '43');
  });

  it('is none when it is the same: nobody is counted or followed twice', async () => {
    const { number, followers, countOnPage } = toolbar();
    await number.use('newest-day');
    await number.use('newest-day');
    expect(followers.size).toBe(1);
    await number.use('page');
    await number.use('page');
    expect(countOnPage).toHaveBeenCalledTimes(2);
  });
});
