// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderMention } from '../../../components/mention/render-mention';
import type { CardData } from '../../../lib/papers/card-data';
import { fullCard } from '../card/example-cards';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

function draw(card: CardData, save = async () => {}, trusted = (_: Event) => true) {
  const host = document.createElement('papergloss-badge');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const actions = {
    save: vi.fn(save),
    remove: vi.fn(async () => {}),
    setStatus: vi.fn(async () => {}),
    copy: vi.fn(async () => {}),
    closeSite: vi.fn(),
    openLibrary: vi.fn(),
    loadCard: vi.fn(async () => undefined),
  };
  const look = { form: 'badge', look: 'save', layout: 'narrow' } as const;
  const mention = renderMention(root, { ...look, cards: [card], actions }, trusted);
  const badge = root.querySelector('button');
  if (!badge) throw new Error('no badge was drawn');
  return {
    ...mention,
    root,
    badge,
    actions,
    async click() {
      badge.click();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('a badge on a page that shows the upvotes itself', () => {
  it('says whether the paper is saved', () => {
    const { badge, update } = draw(fullCard);
    expect(badge.textContent?.trim()).toBe('Save');
    update([{ ...fullCard, status: 'to-read' }]);
    expect(badge.textContent?.trim()).toBe('Saved');
  });

  it('says, to the eye and to the ear, how far the reader has come with it', () => {
    const { badge, update } = draw({ ...fullCard, status: 'done' });
    expect(badge.textContent?.trim()).toBe('Done');
    expect(badge.getAttribute('aria-label')).toBe('Save “A Paper About Drafting”: Done');
    expect(badge.title).toBe('Saved: Done. Remove from the reading list');
    update([{ ...fullCard, status: 'dropped' }]);
    expect(badge.textContent?.trim()).toBe('Dropped');
  });

  it('names its paper, for there are many such badges on a page', () => {
    expect(draw(fullCard).badge.getAttribute('aria-label')).toBe('Save “A Paper About Drafting”');
  });

  it('marks a paper the reader watches for', () => {
    const { badge } = draw({ ...fullCard, watched: { kind: 'author', text: 'Ada Lovelace' } });
    expect(badge.getAttribute('aria-label')).toBe('Save “A Paper About Drafting” · Watched: Ada Lovelace');
    expect(badge.querySelectorAll('svg')).toHaveLength(2);
  });

  it('saves with one click and takes it back with the next', async () => {
    const { badge, actions, click } = draw(fullCard);
    await click();
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(badge.getAttribute('aria-pressed')).toBe('true');
    await click();
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(badge.getAttribute('aria-pressed')).toBe('false');
  });

  it('says why it could not save', async () => {
    const { root, badge, click } = draw(fullCard, () => Promise.reject(new Error('The disk is full.')));
    await click();
    expect(root.querySelector('[role=status]')?.textContent?.trim()).toBe('The disk is full.');
    expect(badge.getAttribute('aria-pressed')).toBe('false');
  });

  it('opens no card, neither for the pointer nor for the focus nor for a click', async () => {
    const { root, badge, actions, click } = draw(fullCard);
    root.querySelector('span')?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    badge.focus();
    await click();
    await vi.advanceTimersByTimeAsync(1000);
    expect(root.querySelector('[popover]')).toBeNull();
    expect(actions.loadCard).not.toHaveBeenCalled();
  });

  it('saves nothing for a click that no reader made', async () => {
    const { actions, click } = draw(fullCard, undefined, () => false);
    await click();
    expect(actions.save).not.toHaveBeenCalled();
  });
});
