// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sightTime } from '../../../components/page/use-rows-in-sight';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { card, dailyList, found, popupActions, popupProps, row } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const title = (name: string) => screen.getByRole('button', { name });
const isOpen = (element: Element | undefined) => element?.getAttribute('aria-expanded') === 'true';

describe('a row of the popup that is opened in place', () => {
  it('asks for what is cached of the paper, and tells that it was opened, once', () => {
    render(popup());
    for (const _ of '123') fireEvent.click(title('Memory of agents'));
    expect(isOpen(title('Memory of agents'))).toBe(true);
    expect(actions.readDetails).toHaveBeenCalledWith('2606.00002');
    expect(actions.opened.mock.calls).toEqual([[['2606.00002']]]);
    expect(actions.open).not.toHaveBeenCalled();
  });

  it('closes the one that was open', () => {
    render(popup());
    fireEvent.click(title('Memory of agents'));
    fireEvent.click(title('Maps without maps'));
    expect([isOpen(title('Memory of agents')), isOpen(title('Maps without maps'))]).toEqual([false, true]);
  });

  it('is closed by Escape, which otherwise is the browser’s', () => {
    render(popup());
    expect(press('Escape')).toBe(true);
    fireEvent.click(title('Memory of agents'));
    expect(press('Escape')).toBe(false);
    expect(isOpen(title('Memory of agents'))).toBe(false);
    expect(press('Escape')).toBe(true);
  });

  it('opens in the list it stands in, and not in another', () => {
    render(popup({ onPage: { cards: [card('2606.00002', { title: 'Memory of agents' })] } }));
    const [onPage, inList] = screen.getAllByRole('button', { name: 'Memory of agents' });
    fireEvent.click(inList as HTMLElement);
    expect([isOpen(onPage), isOpen(inList)]).toEqual([false, true]);
  });

  it('opens among search results, too', async () => {
    actions.search.mockResolvedValue({ papers: [found('2606.00007')], total: 1 });
    render(popup());
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'found' } });
    const result = await screen.findByRole('button', { name: 'Found 2606.00007' });
    fireEvent.click(result);
    expect(isOpen(result)).toBe(true);
  });
});

describe('what is opened elsewhere from a row', () => {
  it('is told, by key and by link, once for a paper', () => {
    render(popup());
    press('j');
    press('o');
    press('g');
    fireEvent.click(screen.getAllByRole('link', { name: 'HF: Hugging Face' })[2] as HTMLElement);
    expect(actions.opened.mock.calls).toEqual([[['2606.00001']], [['2606.00003']]]);
    expect(actions.open).toHaveBeenCalledTimes(3);
  });

  it('is told of a link that the browser opens, too', () => {
    render(popup());
    const link = screen.getByRole('link', { name: 'Example/Drafting' });
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(link, { ctrlKey: true });
    fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true }));
    expect(actions.opened.mock.calls).toEqual([[['2606.00001']]]);
    expect(actions.open).not.toHaveBeenCalled();
  });
});

describe('the rows of the list that were before the eye', () => {
  let see: (isIntersecting: boolean) => void = () => {};
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        readonly rows = new Set<Element>();
        constructor(tell: (entries: object[]) => void) {
          see = (isIntersecting) => tell([...this.rows].map((target) => ({ target, isIntersecting })));
        }
        observe = (element: Element) => this.rows.add(element);
        disconnect = () => this.rows.clear();
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('are told with their upvotes, once for each visit, and not those of the page', () => {
    const papers = [row('1', { upvotes: 7 }), row('2')];
    const { rerender } = render(
      popup({ list: dailyList({ papers }), onPage: { cards: [card('2412.17747')] } }),
    );
    act(() => {});
    for (const _ of '12') {
      see(true);
      vi.advanceTimersByTime(sightTime * 2);
      see(false);
      rerender(popup({ list: dailyList({ papers: [...papers].reverse() }) }));
      act(() => {});
    }
    expect(actions.shown.mock.calls).toEqual([[[{ id: '1', upvotes: 7 }, { id: '2' }]]]);
  });
});

describe('small pictures', () => {
  it('are drawn only where the reader wants them, and told when they are loaded', () => {
    const thumbnail = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/1.png';
    const list = dailyList({ papers: [row('1', { thumbnail })] });
    const { container, rerender } = render(popup({ list }));
    expect(container.querySelector('img')).toBeNull();
    rerender(popup({ list, settings: { onlyUnseen: false, thumbnails: true } }));
    fireEvent.load(container.querySelector('img') as HTMLElement);
    expect(actions.imageLoaded.mock.calls).toEqual([[thumbnail]]);
  });
});
