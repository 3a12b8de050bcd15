// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderMention } from '../../../components/mention/render-mention';
import type { CardData } from '../../../lib/papers/card-data';
import { bareCard, fullCard } from '../card/example-cards';

const known: CardData = { ...fullCard, related: [] };

/** Which popovers were shown: the one method happy-dom lacks. */
const shown = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  HTMLElement.prototype.showPopover = function (this: HTMLElement) {
    shown(this);
  };
});

const browserCss = CSS;
const browserObserver = IntersectionObserver;

const drawn: { remove(): void }[] = [];

afterEach(() => {
  for (const mention of drawn.splice(0)) mention.remove();
  document.body.replaceChildren();
  shown.mockReset();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.stubGlobal('CSS', browserCss);
  vi.stubGlobal('IntersectionObserver', browserObserver);
});

interface DrawOptions {
  loadCard?: (id: string) => Promise<CardData | undefined>;
  save?: () => Promise<void>;
  trusted?: (event: Event) => boolean;
  label?: string;
}

function draw(cards: CardData[], { loadCard, save, label, trusted = () => true }: DrawOptions = {}) {
  const host = document.createElement('papergloss-badge');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const actions = {
    save: save ?? (async () => {}),
    remove: async () => {},
    setStatus: async () => {},
    copy: async () => {},
    closeSite: () => {},
    openLibrary: () => {},
    loadCard: vi.fn(loadCard ?? (async () => undefined)),
  };
  const mention = renderMention(root, { form: 'badge', label, layout: 'narrow', cards, actions }, trusted);
  drawn.push(mention);
  const area = root.querySelector('span');
  const badge = root.querySelector('button');
  if (!area || !badge) throw new Error('no badge was drawn');
  return {
    ...mention,
    host,
    root,
    badge,
    actions,
    isOpen: () => root.querySelector('[popover] section') !== null,
    enter: (pointerType = 'mouse') => area.dispatchEvent(new PointerEvent('pointerenter', { pointerType })),
    leave: (pointerType = 'mouse') => area.dispatchEvent(new PointerEvent('pointerleave', { pointerType })),
  };
}

function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

describe('a badge', () => {
  it.each<[string, CardData, string]>([
    ['a paper', known, '128 upvotes on Daily Papers. Show the card'],
    [
      'a saved paper',
      { ...known, status: 'done' },
      '128 upvotes on Daily Papers, saved: Done. Show the card',
    ],
    [
      'a dropped paper',
      { ...known, status: 'dropped' },
      '128 upvotes on Daily Papers, saved: Dropped. Show the card',
    ],
    ['a paper with one upvote', { ...known, upvotes: 1 }, '1 upvote on Daily Papers. Show the card'],
    ['a starter paper', { ...known, upvotes: undefined }, 'In Daily Papers. Show the card'],
    [
      'a saved starter paper',
      { ...known, upvotes: undefined, status: 'to-read' },
      'In Daily Papers, saved: To read. Show the card',
    ],
    [
      'a paper that only the list knows',
      { ...known, upvotes: undefined, origin: 'list', status: 'reading' },
      'Not in the cached Daily Papers, saved: Reading. Show the card',
    ],
    [
      'a paper from arXiv',
      { ...known, upvotes: undefined, origin: 'arxiv' },
      'Not in the cached Daily Papers. Show the card',
    ],
    [
      'a paper the reader watches for and has seen',
      { ...known, watched: { kind: 'keyword', text: 'diffusion' }, seen: true },
      '128 upvotes on Daily Papers · Watched: diffusion · Seen. Show the card',
    ],
  ])('says for %s what it means', (_, card, name) => {
    expect(draw([card]).badge.getAttribute('aria-label')).toBe(name);
  });

  it('shows the number and, once the paper is saved, the mark', () => {
    const { badge, update } = draw([known]);
    expect(badge.textContent?.trim()).toBe('128');
    expect(badge.querySelectorAll('svg')).toHaveLength(1);
    update([{ ...known, status: 'to-read' }]);
    expect(badge.querySelectorAll('svg')).toHaveLength(2);
  });

  it('has one mark more for a paper the reader watches for', () => {
    const { badge } = draw([
      { ...known, watched: { kind: 'keyword', text: 'diffusion' }, status: 'to-read' },
    ]);
    expect(badge.querySelectorAll('svg')).toHaveLength(3);
  });

  it('is quieter for a paper the reader has seen, and of the same parts', () => {
    const [fresh, seen] = [false, true].map((isSeen) => draw([{ ...known, seen: isSeen }]).badge);
    expect(fresh?.querySelector('path')?.getAttribute('fill')).toBe('currentColor');
    expect(seen?.querySelector('path')?.getAttribute('fill')).toBe('none');
    expect(seen?.classList.contains('seen')).toBe(true);
    expect(seen?.textContent).toBe(fresh?.textContent);
    expect(seen?.querySelectorAll('*').length).toBe(fresh?.querySelectorAll('*').length);
  });

  it('looks different for a paper that was read and one that was dropped', () => {
    const markOf = (status: CardData['status']) =>
      draw([{ ...known, status }]).badge.querySelector('svg:last-of-type')?.innerHTML;
    const marks = (['to-read', 'done', 'dropped'] as const).map(markOf);
    expect(new Set(marks).size).toBe(3);
    expect(markOf('reading')).toBe(marks[0]);
  });

  it.each(['list', 'arxiv'] as const)('claims no upvotes for what is not in Daily Papers (%s)', (origin) => {
    const { badge, update } = draw([{ ...known, upvotes: undefined, origin, status: 'to-read' }]);
    expect(badge.querySelectorAll('svg')).toHaveLength(1);
    update([{ ...known, upvotes: undefined, origin }]);
    expect(badge.querySelectorAll('svg')).toHaveLength(1);
  });

  it('invents no number', () => {
    expect(draw([{ ...known, upvotes: undefined }]).badge.textContent).toBe('');
  });

  it('that stands apart from what it is about names it, to the eye and to the ear', () => {
    const { badge } = draw([known], { label: '2412.17747' });
    expect(badge.textContent?.trim()).toBe('2412.17747 128');
    expect(badge.getAttribute('aria-label')).toBe('2412.17747: 128 upvotes on Daily Papers. Show the card');
  });

  it('stands for the paper with the most upvotes', () => {
    expect(draw([bareCard, { ...known, upvotes: 3 }, known]).badge.textContent?.trim()).toBe('128');
  });
});

describe('the card of a badge', () => {
  it('opens on a click, and says so', () => {
    const { badge, isOpen, root } = draw([known]);
    expect(badge.getAttribute('aria-expanded')).toBe('false');
    badge.click();
    expect(isOpen()).toBe(true);
    expect(badge.getAttribute('aria-expanded')).toBe('true');
    expect(shown).toHaveBeenCalledExactlyOnceWith(root.querySelector('[popover=manual]'));
  });

  it('opens for a pointer that stays', () => {
    const { enter, isOpen } = draw([known]);
    enter();
    vi.advanceTimersByTime(149);
    expect(isOpen()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(isOpen()).toBe(true);
  });

  it('does not open for a pointer that passes', () => {
    const { enter, leave, isOpen } = draw([known]);
    enter();
    vi.advanceTimersByTime(100);
    leave();
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
  });

  it('stays while the pointer is among the choices of its status, which are outside the page', async () => {
    const { enter, leave, isOpen, root } = draw([{ ...known, status: 'to-read' }]);
    enter();
    await vi.advanceTimersByTimeAsync(150);
    const select = root.querySelector('select');
    select?.focus();
    leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(isOpen()).toBe(true);
    select?.blur();
    await vi.advanceTimersByTimeAsync(1000);
    expect(isOpen()).toBe(false);
  });

  it('says no more what was copied when it is opened again', async () => {
    const { badge, isOpen, root } = draw([known]);
    badge.click();
    root.querySelector<HTMLElement>('.copy button')?.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(root.querySelector('[role=status]')?.textContent).toBe('BibTeX copied.');
    press('Escape');
    expect(isOpen()).toBe(false);
    badge.click();
    expect(root.querySelector('[role=status]')?.textContent).toBe('');
  });

  it('leaves a finger to its tap', () => {
    const { enter, isOpen } = draw([known]);
    enter('touch');
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
  });

  it('stays when a finger in it is lifted', () => {
    const { badge, leave, isOpen } = draw([known]);
    badge.click();
    leave('touch');
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(true);
  });

  it('opens for the focus of the keyboard, and not for that of a mouse', () => {
    const { badge, isOpen } = draw([known]);
    const matches = vi.spyOn(badge, 'matches').mockReturnValue(false);
    badge.focus();
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
    badge.blur();
    matches.mockImplementation((selector: string) => selector === ':focus-visible');
    badge.focus();
    vi.advanceTimersByTime(150);
    expect(isOpen()).toBe(true);
  });

  it('closes when the pointer has left badge and card, and not before', () => {
    const { badge, enter, leave, isOpen } = draw([known]);
    badge.click();
    leave();
    vi.advanceTimersByTime(199);
    enter();
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(true);
    leave();
    vi.advanceTimersByTime(200);
    expect(isOpen()).toBe(false);
  });

  it('closes on Escape and gives the focus back to the badge', () => {
    const { badge, root, isOpen } = draw([known]);
    badge.click();
    root.querySelector<HTMLElement>('.close')?.focus();
    press('Escape');
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
    expect(root.activeElement).toBe(badge);
  });

  it('closed by Escape takes no focus it did not have', () => {
    const { badge, root, isOpen } = draw([known]);
    badge.click();
    press('Escape');
    expect(isOpen()).toBe(false);
    expect(root.activeElement).toBeNull();
  });

  it('keeps the Escape that closed it from the page, and no other', () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    const { badge } = draw([known]);
    badge.click();
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    expect(press('Escape').defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
    document.body.removeEventListener('keydown', heard);
  });

  it('stays for every other key', () => {
    const { badge, isOpen } = draw([known]);
    badge.click();
    press('a');
    expect(isOpen()).toBe(true);
  });

  it('closes on a press elsewhere, and stays for one inside', () => {
    const { badge, host, isOpen } = draw([known]);
    badge.click();
    host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(isOpen()).toBe(true);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(isOpen()).toBe(false);
  });

  it('closes when its badge has gone out of sight, and not while it is in sight', () => {
    let tell = (_: { isIntersecting: boolean }[]) => {};
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: typeof tell) {
          tell = callback;
        }
        observe() {}
        disconnect() {}
      },
    );
    const { badge, isOpen } = draw([known]);
    badge.click();
    tell([{ isIntersecting: true }]);
    expect(isOpen()).toBe(true);
    tell([{ isIntersecting: false }]);
    expect(isOpen()).toBe(false);
  });

  it('tells nothing of a click on it to the page around it', () => {
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    draw([known]).badge.click();
    expect(heard).not.toHaveBeenCalled();
    document.body.removeEventListener('click', heard);
  });

  it('gives way to the card of another badge', () => {
    const first = draw([known]);
    const second = draw([{ ...known, id: '2412.00002' }]);
    first.badge.click();
    second.badge.click();
    expect([first.isOpen(), second.isOpen()]).toEqual([false, true]);
  });

  it('shows what is known at once, and related papers when they arrive', async () => {
    let arrive = (_: CardData) => {};
    const { badge, root, actions } = draw([known], {
      loadCard: () => new Promise((resolve) => (arrive = resolve)),
    });
    expect(actions.loadCard).not.toHaveBeenCalled();
    badge.click();
    expect(actions.loadCard).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(root.querySelector('.title')?.textContent).toBe('A Paper About Drafting');
    expect(root.querySelectorAll('li')).toHaveLength(0);
    arrive(fullCard);
    await vi.waitFor(() => expect(root.querySelectorAll('li')).toHaveLength(2));
  });

  it('keeps the related papers over an update', async () => {
    const { badge, root, update } = draw([known], { loadCard: async () => fullCard });
    badge.click();
    await vi.waitFor(() => expect(root.querySelectorAll('li')).toHaveLength(2));
    update([{ ...known, status: 'done' }]);
    expect(root.querySelectorAll('li')).toHaveLength(2);
    expect(root.querySelector('.save')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('draws how the upvotes went once that has arrived, beside what is there already', async () => {
    const looks = [12, 96].map((upvotes, n) => ({ at: Date.now() + n, upvotes }));
    const { badge, root } = draw([known], { loadCard: async () => ({ ...fullCard, upvoteHistory: looks }) });
    badge.click();
    expect(root.querySelector('.votes')?.childElementCount).toBe(1);
    await vi.waitFor(() => expect(root.querySelector('.votes > .momentum')).not.toBeNull());
  });

  it('stays as it is when nothing more can be loaded', async () => {
    const { badge, isOpen } = draw([known], { loadCard: () => Promise.reject(new Error('gone')) });
    badge.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(isOpen()).toBe(true);
  });

  it('marks the badge when the paper is saved in it', async () => {
    const { badge, root } = draw([known]);
    badge.click();
    root.querySelector<HTMLElement>('.save')?.click();
    await vi.waitFor(() => expect(badge.querySelectorAll('svg')).toHaveLength(2));
  });

  it('is not opened, nor closed, by events that no reader caused', () => {
    let forged = true;
    const { badge, enter, isOpen } = draw([known], { trusted: () => !forged });
    badge.click();
    enter();
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
    forged = false;
    badge.click();
    forged = true;
    press('Escape');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(isOpen()).toBe(true);
  });
});

describe('a removed badge', () => {
  it('leaves nothing behind, even with its card open', () => {
    const { badge, root, remove } = draw([known]);
    badge.click();
    remove();
    expect(root.innerHTML).toBe('');
  });

  it('takes its listeners off the document', () => {
    const added = vi.spyOn(document, 'addEventListener');
    const taken = vi.spyOn(document, 'removeEventListener');
    const { badge, remove } = draw([known]);
    badge.click();
    remove();
    const calls = (spy: typeof added) =>
      spy.mock.calls.map(([type, listener, capture]) => [type, listener, capture]);
    expect(calls(added)).toHaveLength(2);
    expect(calls(taken as typeof added)).toEqual(calls(added));
  });

  it('does not open any more for the pointer that was on it', () => {
    const { enter, remove, root } = draw([known]);
    enter();
    remove();
    vi.advanceTimersByTime(1000);
    expect(root.innerHTML).toBe('');
    expect(shown).not.toHaveBeenCalled();
  });

  it('does not open when the page has taken its host away', () => {
    const { enter, host, isOpen } = draw([known]);
    enter();
    host.remove();
    vi.advanceTimersByTime(1000);
    expect(isOpen()).toBe(false);
  });
});

describe('where the browser cannot anchor', () => {
  it.each([
    ['below a badge in the upper half', 100, { top: '120px', bottom: '' }],
    ['above a badge in the lower half', 700, { top: '', bottom: '68px' }],
  ])('the card is put %s', (_, top, place) => {
    vi.stubGlobal('CSS', { supports: () => false });
    const { badge, root } = draw([known]);
    vi.spyOn(badge, 'getBoundingClientRect').mockReturnValue(new DOMRect(900, top, 50, 20));
    badge.click();
    expect(root.querySelector<HTMLElement>('[popover]')?.style).toMatchObject({ left: '900px', ...place });
  });
});
