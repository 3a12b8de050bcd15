// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import type { DailyList } from '../../../lib/store/daily-list';
import { dailyList, popupActions, popupProps, refusal, row } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const reasons: DailyList['papers'][number]['reasons'] = [{ kind: 'keyword', keyword: 'agents' }];
const forYou = (...ids: string[]): DailyList => ({
  ...dailyList({ day: undefined, papers: ids.map((id) => row(id, { title: `Paper ${id}`, reasons })) }),
  query: { view: 'for-you' },
});
const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('the papers for the reader', () => {
  it('are sent away by x, at once, and the focus goes to the next', async () => {
    render(popup({ list: forYou('1', '2', '3') }));
    press('j');
    press('j');
    press('x');
    expect(titles()).toEqual(['Paper 1', 'Paper 3']);
    expect(actions.dismiss.mock.calls).toEqual([['2', true]]);
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-row]')?.getAttribute('data-row')).toBe('3'),
    );
  });

  it('can be taken back from the bar', async () => {
    render(popup({ list: forYou('1', '2') }));
    press('j');
    press('x');
    expect(await screen.findByText('No longer among the papers for you: “Paper 1”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(titles()).toEqual(['Paper 1', 'Paper 2']);
    expect(actions.dismiss.mock.calls).toEqual([
      ['1', true],
      ['1', false],
    ]);
  });

  it('stay where they cannot be sent away, and it is said why', async () => {
    actions.dismiss.mockRejectedValueOnce(refusal('disk-full'));
    render(popup({ list: forYou('1', '2') }));
    press('j');
    press('x');
    expect(await screen.findByText(/^Not changed\. The disk is full/)).toBeTruthy();
    expect(titles()).toEqual(['Paper 1', 'Paper 2']);
  });

  it('are forgotten with one press', async () => {
    render(popup({ list: forYou('1') }));
    fireEvent.click(screen.getByRole('button', { name: 'Start afresh' }));
    expect(actions.startAfresh).toHaveBeenCalledTimes(1);
    expect(await screen.findByText(/^Started afresh/)).toBeTruthy();
  });

  it('where there are none say what to do for some', () => {
    render(popup({ list: forYou() }));
    expect(screen.getByText('Nothing for you yet')).toBeTruthy();
    expect(screen.getByText(/^Save papers or open them/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull();
  });

  it('alone are sent away: in other lists x does nothing', () => {
    render(popup());
    press('j');
    press('x');
    expect(actions.dismiss).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull();
  });
});
