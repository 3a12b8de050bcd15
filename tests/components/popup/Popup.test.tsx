// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { OnPage } from '../../../components/popup/OnPage';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import type { DailyList } from '../../../lib/store/daily-list';
import {
  card,
  dailyList,
  entry,
  nothingCached,
  now,
  popupActions,
  popupProps,
  refusal,
  row,
} from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const props = (fields: Partial<PopupProps> = {}) => popupProps(actions, fields);
const show = (fields: Partial<PopupProps> = {}) => render(<Popup {...props(fields)} />);
const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const saveButton = (title: string) => screen.getByRole('button', { name: `Save “${title}”` });
const isPressed = (title: string) => saveButton(title).getAttribute('aria-pressed') === 'true';
const focusedTitle = () => document.activeElement?.textContent;

describe('the list of the popup', () => {
  it('shows rank, title, summary, facts and upvotes of each paper', () => {
    show();
    const first = within(screen.getAllByRole('listitem')[0]?.closest('[data-row]') as HTMLElement);
    expect(first.getByRole('button', { name: 'Drafting with small models' })).toBeTruthy();
    expect(first.getByText('A small model drafts.')).toBeTruthy();
    expect(first.getByText('Example Lab')).toBeTruthy();
    expect(first.getByText('5 comments')).toBeTruthy();
    expect(first.getByRole('link', { name: 'Example/Drafting' }).getAttribute('href')).toBe(
      'https://github.com/Example/Drafting',
    );
    expect(first.getByRole('img', { name: '1.2K stars' })).toBeTruthy();
    expect(first.getByRole('img', { name: '128 upvotes on Daily Papers' })).toBeTruthy();
    expect(first.getByRole('link', { name: 'HF: Hugging Face' }).getAttribute('href')).toBe(
      'https://huggingface.co/papers/2606.00001',
    );
  });

  it('names the day, how many papers it has, and how old they are', () => {
    show();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Fri, Jun 12');
    expect(screen.getByText(/^3 papers · 2.?h/)).toBeTruthy();
  });

  it('shows a paper of which only identifier and title are known', () => {
    const { container } = show({
      list: dailyList({ papers: [row('2606.00009', { authors: [], keywords: [] })] }),
    });
    expect(container.querySelector('.summary, .upvotes, .stars')).toBeNull();
    expect(container.textContent).not.toMatch(/undefined|NaN/);
  });

  it('shows markup of the feed as the text it is', () => {
    const title = '<img src=x onerror=alert(1)> &amp; <b>bold</b>';
    const { container } = show({
      list: dailyList({ papers: [row('2606.00009', { title, summary: '<i>x</i>' })] }),
    });
    expect(titles()).toEqual([title]);
    expect(container.querySelector('img:not([role]), b, i')).toBeNull();
  });

  it('draws the frame and nothing else while the store is being read', () => {
    const { container } = show({ list: undefined });
    expect(screen.getByRole('button', { name: 'Refresh the feed' })).toBeTruthy();
    expect(container.querySelector('.notice, .paper-row, progress, [aria-busy="true"]')).toBeNull();
  });

  it('opens a plain click through the page, and leaves every other click to the browser', () => {
    show();
    const link = screen.getByRole('link', { name: 'Example/Drafting' });
    expect(fireEvent.click(link)).toBe(false);
    expect(actions.open.mock.calls).toEqual([['https://github.com/Example/Drafting']]);
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(link, { ctrlKey: true });
    expect(actions.open).toHaveBeenCalledTimes(1);
  });

  it('opens library and options', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Reading list' }));
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(actions.openPage.mock.calls).toEqual([['library'], ['options']]);
  });
});

describe('the keys of the popup', () => {
  it.each([
    ['j', 'k'],
    ['ArrowDown', 'ArrowUp'],
  ])('%s and %s move through the rows and stop at the ends', (down, up) => {
    show();
    press(up);
    expect(document.activeElement).toBe(document.body);
    for (const _ of '1234') press(down);
    expect(focusedTitle()).toBe('Maps without maps');
    press(up);
    expect(focusedTitle()).toBe('Memory of agents');
  });

  it('s saves the paper with the focus, and nothing without one', () => {
    show();
    press('s');
    expect(actions.save).not.toHaveBeenCalled();
    press('j');
    press('s');
    expect(actions.save.mock.calls).toEqual([['2606.00001']]);
  });

  it('o opens arXiv, wherever the row stands', () => {
    show({ onPage: { cards: [card('2412.17747')] } });
    press('j');
    press('o');
    press('j');
    press('o');
    expect(actions.open.mock.calls).toEqual([
      ['https://arxiv.org/abs/2412.17747'],
      ['https://arxiv.org/abs/2606.00001'],
    ]);
  });

  it('r refreshes', () => {
    show();
    press('r');
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });

  it('g opens the code, h Hugging Face', () => {
    show();
    press('j');
    press('g');
    press('h');
    press('j');
    press('g');
    expect(actions.open.mock.calls).toEqual([
      ['https://github.com/Example/Drafting'],
      ['https://huggingface.co/papers/2606.00001'],
    ]);
  });

  it('are not taken from the browser: with a modifier nothing happens', () => {
    show();
    press('j');
    expect(press('s', { ctrlKey: true })).toBe(true);
    expect(press('g', { metaKey: true })).toBe(true);
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('move through the papers of the page first', () => {
    show({ onPage: { cards: [card('2412.17747')] } });
    press('j');
    expect(focusedTitle()).toBe('Card of 2412.17747');
    press('j');
    expect(focusedTitle()).toBe('Drafting with small models');
  });
});

const onDay = (day: string) => ({ view: 'day', day });

describe('the days of the popup', () => {
  it('goes to the weekday before, with button and key', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Previous day' }));
    press('ArrowLeft');
    expect(actions.showList.mock.calls).toEqual([[onDay('2026-06-11')], [onDay('2026-06-11')]]);
  });

  it('does not go past today', () => {
    show();
    const later = screen.getByRole('button', { name: 'Next day' });
    expect(later.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(later);
    press('ArrowRight');
    expect(actions.showList).not.toHaveBeenCalled();
  });

  it('goes forward from an older day', () => {
    show({ list: dailyList({ day: '2026-06-05', nextDay: '2026-06-11' }) });
    press('ArrowRight');
    expect(actions.showList.mock.calls).toEqual([[onDay('2026-06-08')]]);
  });

  it('turns the arrow keys round where reading goes from right to left', () => {
    document.documentElement.style.direction = 'rtl';
    show();
    press('ArrowRight');
    document.documentElement.style.direction = '';
    expect(actions.showList.mock.calls).toEqual([[onDay('2026-06-11')]]);
  });

  const empty = dailyList({ day: '2026-06-11', papers: [] });
  const uncached: DailyList = { ...empty, source: 'none', fetchedAt: undefined };

  it('asks once for a day that is not cached, and says so meanwhile', async () => {
    let arrive: () => void = () => {};
    actions.refresh.mockReturnValue(new Promise<void>((resolve) => (arrive = resolve)));
    const { rerender } = show();
    press('ArrowLeft');
    expect(actions.refresh).not.toHaveBeenCalled();
    rerender(<Popup {...props({ list: uncached })} />);
    await screen.findByText('Fetching Jun 11…');
    rerender(<Popup {...props({ list: { ...uncached } })} />);
    await waitFor(() => expect(actions.refresh.mock.calls).toEqual([['2026-06-11']]));
    rerender(<Popup {...props({ list: empty })} />);
    arrive();
    await screen.findByText('Nothing on Jun 11');
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });

  it('asks for the day one stops at, and not for those on the way there', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { rerender } = show();
    for (const day of ['2026-06-11', '2026-06-10', '2026-06-09'] as const) {
      press('ArrowLeft');
      rerender(<Popup {...props({ list: { ...uncached, query: { view: 'day', day }, day } })} />);
      vi.advanceTimersByTime(100);
    }
    expect(actions.refresh).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(actions.refresh.mock.calls).toEqual([['2026-06-09']]);
  });

  it('does not ask again by itself for a day that did not come, when the reader comes back to it', async () => {
    const { rerender } = show();
    for (const list of [uncached, dailyList(), uncached]) {
      press(list === uncached ? 'ArrowLeft' : 'ArrowRight');
      rerender(<Popup {...props({ list })} />);
      await screen.findByText(list === uncached ? 'Jun 11 is not cached.' : /^3 papers/);
    }
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });

  it('does not ask when the reader did not go there', () => {
    show({ list: uncached });
    expect(actions.refresh).not.toHaveBeenCalled();
  });

  it('does not ask offline, but does once online again', async () => {
    const { rerender } = show({ online: false });
    press('ArrowLeft');
    rerender(<Popup {...props({ list: uncached, online: false })} />);
    expect(screen.getByText(/Jun 11 is not cached/)).toBeTruthy();
    expect(actions.refresh).not.toHaveBeenCalled();
    rerender(<Popup {...props({ list: uncached })} />);
    await waitFor(() => expect(actions.refresh.mock.calls).toEqual([['2026-06-11']]));
  });

  it('keeps the failure of one day from the next', async () => {
    let fail: (reason: Error) => void = () => {};
    actions.refresh.mockReturnValue(new Promise((_, reject) => (fail = reject)));
    const { rerender } = show();
    press('ArrowLeft');
    rerender(<Popup {...props({ list: uncached })} />);
    await screen.findByText('Fetching Jun 11…');
    await waitFor(() => expect(actions.refresh).toHaveBeenCalled());
    press('ArrowRight');
    rerender(<Popup {...props()} />);
    fail(refusal('timeout'));
    await waitFor(() => expect(screen.getByText(/^3 papers/)).toBeTruthy());
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('says why a day did not come, and tries again when asked to', async () => {
    actions.refresh.mockRejectedValueOnce(refusal('timeout'));
    const { rerender } = show();
    press('ArrowLeft');
    rerender(<Popup {...props({ list: uncached })} />);
    expect(await screen.findByText('Hugging Face took too long to answer.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(actions.refresh.mock.calls).toEqual([['2026-06-11'], ['2026-06-11']]);
    await waitFor(() => expect(screen.queryByText('Hugging Face took too long to answer.')).toBeNull());
  });
});

describe('the refresh of the popup', () => {
  const running = dailyList({
    sync: { running: { since: now, day: '2026-06-01', done: 12, planned: 30 } },
  });

  it('runs the sync plan, the shown day first', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh the feed' }));
    expect(actions.refresh.mock.calls).toEqual([['2026-06-12']]);
  });

  it('shows how far it is, in words read out and as a bar', () => {
    const { container } = show({ list: running });
    expect(screen.getByText('Fetching: 12 of 30 days').getAttribute('role')).toBe('status');
    const bar = container.querySelector('progress');
    expect([bar?.value, bar?.max]).toEqual([12, 30]);
  });

  it('is not started twice', () => {
    show({ list: running });
    const button = screen.getByRole('button', { name: 'Refresh the feed' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(actions.refresh).not.toHaveBeenCalled();
  });
});

describe('the notices of the popup', () => {
  const notice = () => document.querySelector('.notice');

  it('says that nothing is cached yet and fetches when asked to', () => {
    show({ list: nothingCached });
    expect(screen.getByText('Nothing cached yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Fetch today’s papers' }));
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });

  it('says when the papers were cached while offline, above them', () => {
    show({ online: false });
    expect(notice()?.textContent).toMatch(/^Offline\. This is what was cached 2.?h/);
    expect(titles()).toHaveLength(3);
  });

  it('says that the feed cannot be reached, and tries again when asked to', () => {
    const lastFailure = { code: 'offline', detail: 'fetch failed', at: now } as const;
    show({ list: dailyList({ sync: { lastFailure } }) });
    expect(notice()?.textContent).toMatch(/^Hugging Face cannot be reached\. This is what was cached 2.?h/);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });

  it('does not put a database that stays closed down to the feed', () => {
    const failure = { code: 'unavailable', detail: 'This window of the browser keeps no data.' } as const;
    show({ list: { ...nothingCached, failure } });
    expect(notice()?.textContent).toMatch(/ordinary window/);
    expect(notice()?.textContent).not.toMatch(/feed/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('does not call the starter feed nothing while offline', () => {
    show({ list: dailyList({ source: 'starter', day: undefined, fetchedAt: undefined }), online: false });
    expect(notice()?.textContent).toBe('You are offline');
  });

  it('offers a day that nobody has asked for', () => {
    show({ list: { ...nothingCached, query: { view: 'day', day: '2026-06-11' }, day: '2026-06-11' } });
    expect(screen.getByText('Jun 11 is not cached.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Fetch this day' }));
    expect(actions.refresh.mock.calls).toEqual([['2026-06-11']]);
  });

  it.each([
    ['timeout', 'Hugging Face took too long to answer.'],
    ['feed-failed', 'The answer of Hugging Face could not be used. (HTML instead of JSON)'],
    ['internal', 'Something went wrong inside Papergloss. (HTML instead of JSON)'],
  ] as const)('says in words that the feed failed: %s', (code, text) => {
    show({ list: dailyList({ sync: { lastFailure: { code, detail: 'HTML instead of JSON', at: now } } }) });
    expect(screen.getByText(text)).toBeTruthy();
    expect(titles()).toHaveLength(3);
  });

  it('says when a rate-limited feed is asked again', () => {
    const lastFailure = { code: 'rate-limited', detail: '429', at: now } as const;
    show({
      list: { ...nothingCached, sync: { lastFailure, retryAt: new Date(2026, 5, 12, 14, 5).getTime() } },
    });
    expect(notice()?.textContent).toMatch(/fewer requests; again at 0?2:05.PM/);
  });

  it('leads from an empty day to the nearest cached one', () => {
    show({ list: dailyList({ day: '2026-06-13', previousDay: '2026-06-12', papers: [] }) });
    expect(screen.getByText('Nothing on Jun 13')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go to Jun 12' }));
    expect(actions.showList.mock.calls).toEqual([[onDay('2026-06-12')]]);
  });

  it('says that the disk is full and leads to the options', () => {
    show({ list: { ...nothingCached, failure: { code: 'disk-full', detail: '' } } });
    fireEvent.click(screen.getByRole('button', { name: 'Open the options' }));
    expect(actions.openPage.mock.calls).toEqual([['options']]);
  });

  it('marks the starter feed', () => {
    show({ list: dailyList({ source: 'starter', day: undefined }) });
    expect(screen.getByText(/^Starter feed: 3 papers that came with Papergloss/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Starter feed');
  });

  it('looks different in each of its states', () => {
    const lists: DailyList[] = [
      nothingCached,
      { ...nothingCached, failure: { code: 'timeout', detail: '' } },
      { ...nothingCached, failure: { code: 'offline', detail: '' } },
      { ...nothingCached, failure: { code: 'disk-full', detail: '' } },
      dailyList({ papers: [] }),
    ];
    const looks = lists.map((list) => {
      const { container, unmount } = show({ list });
      const { kind } = container.querySelector<HTMLElement>('.notice')?.dataset ?? {};
      const icon = container.querySelector('.notice > svg')?.innerHTML;
      unmount();
      return [kind, icon];
    });
    expect(new Set(looks.map(([kind]) => kind)).size).toBe(lists.length);
    expect(new Set(looks.map(([, icon]) => icon)).size).toBe(lists.length);
  });
});

describe('saving from the popup', () => {
  it('shows the mark at once and keeps it when the store has caught up', async () => {
    const { rerender } = show();
    expect([isPressed('Drafting with small models'), isPressed('Memory of agents')]).toEqual([false, true]);
    fireEvent.click(saveButton('Drafting with small models'));
    expect(isPressed('Drafting with small models')).toBe(true);
    const saved = dailyList({
      papers: [row('2606.00001', { title: 'Drafting with small models', status: 'to-read' })],
    });
    rerender(<Popup {...props({ list: saved })} />);
    expect(isPressed('Drafting with small models')).toBe(true);
    await waitFor(() => expect(actions.save).toHaveBeenCalledTimes(1));
  });

  it('follows the store again afterwards: removed elsewhere is removed here', async () => {
    const papers = (status?: 'to-read') => [row('2606.00001', { title: 'T', status })];
    const { rerender } = show({ list: dailyList({ papers: papers() }) });
    fireEvent.click(saveButton('T'));
    rerender(<Popup {...props({ list: dailyList({ papers: papers('to-read') }) })} />);
    await waitFor(() => expect(isPressed('T')).toBe(true));
    rerender(<Popup {...props({ list: dailyList({ papers: papers() }) })} />);
    await waitFor(() => expect(isPressed('T')).toBe(false));
  });

  it('takes the mark back and says why when the store refuses', async () => {
    actions.save.mockRejectedValue(refusal('disk-full'));
    show();
    fireEvent.click(saveButton('Drafting with small models'));
    expect(await screen.findByText('Not saved. The disk is full, nothing more can be stored.')).toBeTruthy();
    expect(isPressed('Drafting with small models')).toBe(false);
  });

  it('removes with undo, and undo puts the whole entry back', async () => {
    const removed = entry('2606.00002', { title: 'Memory of agents', note: 'mine', status: 'reading' });
    actions.remove.mockResolvedValue(removed);
    show();
    fireEvent.click(saveButton('Memory of agents'));
    expect(isPressed('Memory of agents')).toBe(false);
    expect(await screen.findByText('Removed “Memory of agents”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(actions.restore.mock.calls).toEqual([[removed]]));
    expect(isPressed('Memory of agents')).toBe(true);
    expect(screen.queryByText('Removed “Memory of agents”.')).toBeNull();
  });
});

describe('what the current tab names', () => {
  const onPage = (uncached: string, ...cards: string[]): OnPage => ({
    cards: cards.map((id) => card(id)),
    uncached: { id: uncached },
  });
  const lookUp = () => fireEvent.click(screen.getByRole('button', { name: 'Look up on Hugging Face' }));

  it('stands first', () => {
    show({ onPage: { cards: [card('2412.17747')] } });
    expect(titles()[0]).toBe('Card of 2412.17747');
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Fri, Jun 12',
      'On this page',
      'Daily Papers',
    ]);
  });

  it('is absent when the tab names nothing', () => {
    show();
    expect(screen.queryByText('On this page')).toBeNull();
  });

  it('shows three papers at first, and all of them when asked to', () => {
    show({
      list: nothingCached,
      onPage: { cards: ['1', '2', '3', '4', '5'].map((id) => card(`2412.0000${id}`)) },
    });
    expect(titles()).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'and 2 more' }));
    expect(titles()).toHaveLength(5);
  });

  it('saves like the list', () => {
    show({ onPage: { cards: [card('2412.17747')] } });
    fireEvent.click(saveButton('Card of 2412.17747'));
    expect(actions.save.mock.calls).toEqual([['2412.17747']]);
    expect(isPressed('Card of 2412.17747')).toBe(true);
  });

  it('asks the feed about an uncached paper on the click and not before', async () => {
    actions.lookUpOnline.mockResolvedValue(card('2412.17747', { title: 'Found after all' }));
    show({ onPage: onPage('2412.17747') });
    expect(screen.getByText('2412.17747 is not cached.')).toBeTruthy();
    expect(actions.lookUpOnline).not.toHaveBeenCalled();
    lookUp();
    expect(actions.lookUpOnline.mock.calls).toEqual([['2412.17747']]);
    expect(screen.getByText('Looking up…')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Found after all' })).toBeTruthy();
    expect(screen.queryByText(/is not cached/)).toBeNull();
  });

  it('says when the feed does not have it', async () => {
    show({ onPage: onPage('2412.17747') });
    lookUp();
    expect(await screen.findByText('2412.17747 is not on Daily Papers.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Look up on Hugging Face' })).toBeNull();
  });

  it('says why it could not be looked up, and lets the reader try again', async () => {
    actions.lookUpOnline.mockRejectedValueOnce(refusal('offline'));
    show({ onPage: onPage('2412.17747') });
    lookUp();
    expect(
      await screen.findByText('2412.17747 could not be looked up. Hugging Face cannot be reached.'),
    ).toBeTruthy();
    lookUp();
    expect(await screen.findByText('2412.17747 is not on Daily Papers.')).toBeTruthy();
  });
});
