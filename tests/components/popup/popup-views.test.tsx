// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import type { ListQuery } from '../../../lib/papers/list-query';
import type { DailyList } from '../../../lib/store/daily-list';
import { dailyList, nothingCached, popupActions, popupProps, refusal } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const view = (name: string) => screen.getByRole('button', { name });
const isChosen = (name: string) => view(name).getAttribute('aria-pressed') === 'true';

const week: ListQuery = { view: 'week', week: '2026-W24' };
const listOf = (query: ListQuery, fields: Partial<DailyList> = {}): DailyList => ({
  ...dailyList({ day: undefined, previousDay: undefined, ...fields }),
  query,
});

describe('the views of the popup', () => {
  it.each([
    ['2', 'Week', week],
    ['3', 'Month', { view: 'month', month: '2026-06' }],
    ['4', 'Trending', { view: 'trending' }],
    ['5', 'For you', { view: 'for-you' }],
  ] as const)('are chosen by key (%s) and by button (%s)', (key, name, query) => {
    render(popup());
    expect(isChosen('Day')).toBe(true);
    press(key);
    expect(isChosen(name)).toBe(true);
    fireEvent.click(view('Day'));
    fireEvent.click(view(name));
    expect(actions.showList.mock.calls.map(([asked]) => asked)).toEqual([
      query,
      { view: 'day', day: '2026-06-12' },
      query,
    ]);
  });

  it('are of the time around the day the reader was at, and lead back to it', () => {
    const { rerender } = render(popup({ list: dailyList({ day: '2026-05-20' }) }));
    press('2');
    rerender(popup({ list: listOf({ view: 'week', week: '2026-W21' }) }));
    press('3');
    press('1');
    expect(actions.showList.mock.calls.map(([asked]) => asked)).toEqual([
      { view: 'week', week: '2026-W21' },
      { view: 'month', month: '2026-05' },
      { view: 'day', day: '2026-05-20' },
    ]);
  });

  it('lead to the newest when the one that is shown is pressed again', () => {
    render(popup({ list: dailyList({ day: '2026-05-20' }) }));
    fireEvent.click(view('Day'));
    expect(actions.showList.mock.calls).toEqual([[{ view: 'day' }]]);
  });

  it('go to the week before and after, by key and button', () => {
    const { rerender } = render(popup());
    press('2');
    rerender(popup({ list: listOf(week) }));
    press('ArrowRight');
    expect(actions.showList).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    expect(actions.showList.mock.lastCall).toEqual([{ view: 'week', week: '2026-W23' }]);
    rerender(popup({ list: listOf({ view: 'week', week: '2026-W23' }) }));
    press('ArrowRight');
    expect(actions.showList.mock.lastCall).toEqual([week]);
  });

  it('that have no before and after offer none', () => {
    render(popup({ list: listOf({ view: 'trending' }) }));
    press('ArrowLeft');
    expect(actions.showList).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: /^(Previous|Next)/ })).toBeNull();
  });

  it('are left alone while search results are shown', async () => {
    render(popup());
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'draft' } });
    await screen.findByText(/No cached paper matches/);
    press('2');
    expect(actions.showList).not.toHaveBeenCalled();
  });
});

describe('a list the feed makes itself', () => {
  it.each([
    ['2', week],
    ['3', { view: 'month', month: '2026-06' }],
    ['4', { view: 'trending' }],
  ] as const)('is asked for once when the reader goes there (%s)', async (key, query) => {
    const { rerender } = render(popup());
    press(key);
    await waitFor(() => expect(actions.fetchList.mock.calls).toEqual([[query]]));
    rerender(popup({ list: listOf(query) }));
    press('1');
    press(key);
    rerender(popup({ list: listOf(query) }));
    expect(actions.fetchList).toHaveBeenCalledTimes(1);
    expect(actions.refresh).not.toHaveBeenCalled();
  });

  it('is not asked for offline, nor is what is for the reader', () => {
    const { rerender } = render(popup({ online: false }));
    press('2');
    rerender(popup({ online: true }));
    press('5');
    rerender(popup({ list: listOf({ view: 'for-you' }) }));
    expect(actions.fetchList).not.toHaveBeenCalledWith({ view: 'for-you' });
  });

  it('that cannot be fetched says why, above what is cached of it', async () => {
    actions.fetchList.mockRejectedValueOnce(refusal('timeout'));
    const { rerender } = render(popup());
    press('2');
    rerender(popup({ list: listOf(week) }));
    expect(await screen.findByText('Hugging Face took too long to answer.')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(actions.fetchList.mock.calls).toEqual([[week], [week]]);
  });

  it('says how much of it is cached where not all is', () => {
    const { rerender } = render(popup({ list: listOf(week, { coverage: { cached: 3, days: 5 } }) }));
    expect(screen.getByText('3 papers · 3 of 5 days cached')).toBeTruthy();
    rerender(popup({ list: listOf(week, { coverage: { cached: 5, days: 5 } }) }));
    expect(screen.queryByText(/days cached/)).toBeNull();
  });

  it.each([
    ['none of it is cached', {}, 'None of these papers are cached yet'],
    ['the feed lists nothing', { fetchedAt: 1 }, 'Daily Papers lists nothing here'],
  ])('says when %s', (_, fields, text) => {
    render(popup({ list: { ...nothingCached, query: week, ...fields } }));
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('of which nothing is cached can be fetched from there', async () => {
    const { rerender } = render(popup());
    press('2');
    await waitFor(() => expect(actions.fetchList).toHaveBeenCalledTimes(1));
    rerender(popup({ list: { ...nothingCached, query: week } }));
    fireEvent.click(await screen.findByRole('button', { name: 'Fetch them' }));
    expect(actions.fetchList.mock.calls).toEqual([[week], [week]]);
  });
});

describe('the topics of a month', () => {
  it('stand above the papers, and a press searches for the topic as a phrase', () => {
    const topics = [{ keyword: 'world "models"', papers: 4, upvotes: 90 }];
    render(popup({ list: listOf({ view: 'month', month: '2026-06' }, { topics }) }));
    fireEvent.click(screen.getByRole('button', { name: /^world "models" 4 papers, 90 upvotes/ }));
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveProperty('value', '"world models"');
  });
});

describe('copying the list', () => {
  const copy = () => screen.getByRole('button', { name: 'Copy as Markdown' });

  it.each([
    ['a day', dailyList(), 'Daily Papers, Fri, Jun 12, 2026'],
    ['a month', listOf({ view: 'month', month: '2026-06' }), 'Daily Papers, June 2026'],
  ])('hands over the papers of %s, and says that it did', async (_, list, heading) => {
    render(popup({ list }));
    press('y');
    expect(actions.copyList.mock.calls).toEqual([[{ heading, papers: list.papers }]]);
    expect(await screen.findByText('The list was copied as Markdown.')).toBeTruthy();
  });

  it('says when the browser refuses', async () => {
    actions.copyList.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    render(popup());
    fireEvent.click(copy());
    expect(await screen.findByText(/^Not copied/)).toBeTruthy();
  });

  it.each([
    ['an empty list', nothingCached],
    ['what is for the reader alone', listOf({ view: 'for-you' })],
  ])('is off for %s', (_, list) => {
    render(popup({ list }));
    press('y');
    fireEvent.click(copy());
    expect(copy().getAttribute('aria-disabled')).toBe('true');
    expect(actions.copyList).not.toHaveBeenCalled();
  });
});
