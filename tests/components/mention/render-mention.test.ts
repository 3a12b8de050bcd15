// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MentionOptions, renderMention } from '../../../components/mention/render-mention';
import type { CardData } from '../../../lib/papers/card-data';
import { bareCard, fullCard } from '../card/example-cards';

const trustAll = () => true;

let root: ShadowRoot;

beforeEach(() => {
  const host = document.createElement('papergloss-card');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('style'));
});

afterEach(() => document.body.replaceChildren());

const fakeActions = () => ({
  save: vi.fn(async (_id: string) => {}),
  remove: vi.fn(async (_id: string) => {}),
  closeSite: vi.fn(),
  openLibrary: vi.fn(),
  loadCard: vi.fn(async (_id: string): Promise<CardData | undefined> => undefined),
});

function draw(cards: CardData[], actions: MentionOptions['actions'] = fakeActions(), trusted = trustAll) {
  return renderMention(root, { form: 'card', layout: 'narrow', cards, actions }, trusted);
}

/** Clicks the control and waits for everything the click started. */
async function click(selector: string): Promise<void> {
  root.querySelector<HTMLElement>(selector)?.click();
  await new Promise((resolve) => setTimeout(resolve));
}

const isPressed = () => root.querySelector('.save')?.getAttribute('aria-pressed') === 'true';
const titles = () => [...root.querySelectorAll('.title')].map(({ textContent }) => textContent);

describe('Save', () => {
  it('asks for the paper to be saved, and shows it as saved and to be read', async () => {
    const actions = fakeActions();
    draw([fullCard], actions);
    await click('.save');
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(isPressed()).toBe(true);
    expect(root.textContent).toContain('To read');
  });

  it('pressed again takes the paper off the list', async () => {
    const actions = fakeActions();
    draw([{ ...fullCard, status: 'done' }], actions);
    await click('.save');
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(actions.save).not.toHaveBeenCalled();
    expect(isPressed()).toBe(false);
  });

  it('that fails says why and changes nothing else', async () => {
    const actions = { ...fakeActions(), save: () => Promise.reject(new Error('The disk is full.')) };
    draw([fullCard], actions);
    const before = root.querySelector('footer')?.outerHTML;
    await click('.save');
    expect(root.querySelector('[role=status]')?.textContent).toBe('The disk is full.');
    expect(root.querySelector('footer')?.outerHTML).toBe(before);
  });

  it('that works at the second try takes the reason away', async () => {
    const save = vi.fn(async () => {}).mockRejectedValueOnce(new Error('The disk is full.'));
    draw([fullCard], { ...fakeActions(), save });
    await click('.save');
    await click('.save');
    expect(root.querySelector('[role=status]')?.textContent).toBe('');
    expect(isPressed()).toBe(true);
  });

  it('does not overwrite a status that arrived while it was under way', async () => {
    let finish = () => {};
    const save = () => new Promise<void>((resolve) => (finish = resolve));
    const { update } = draw([fullCard], { ...fakeActions(), save });
    await click('.save');
    update([{ ...fullCard, status: 'reading' }]);
    finish();
    await Promise.resolve();
    expect(root.textContent).toContain('Reading');
  });

  it('concerns its own paper only where a repository has several', async () => {
    draw([fullCard, { ...bareCard, upvotes: 1 }]);
    await click('section:last-of-type .save');
    const pressed = [...root.querySelectorAll('.save')].map((button) => button.getAttribute('aria-pressed'));
    expect(pressed).toEqual(['false', 'true']);
  });
});

describe('a drawn card', () => {
  it('shows what update() brings', () => {
    const { update } = draw([fullCard]);
    update([{ ...fullCard, status: 'reading', upvotes: 200 }]);
    expect(isPressed()).toBe(true);
    expect(root.querySelector('b')?.textContent?.trim()).toBe('200');
  });

  it('stays unfolded over an update', async () => {
    const long = { ...fullCard, summary: 'word '.repeat(100) };
    const { update } = draw([long]);
    await click('summary');
    expect(root.querySelector('details')?.open).toBe(true);
    update([{ ...long, upvotes: 200 }]);
    expect(root.querySelector('details')?.open).toBe(true);
  });

  it('passes on that the reader closed it, or wants the library', async () => {
    const actions = fakeActions();
    draw([{ ...fullCard, status: 'to-read' }], actions);
    await click('.save + button');
    await click('.close');
    expect(actions.openLibrary).toHaveBeenCalledOnce();
    expect(actions.closeSite).toHaveBeenCalledOnce();
  });

  it('does nothing for a click that no reader made', async () => {
    const actions = fakeActions();
    renderMention(root, { form: 'card', layout: 'wide', cards: [fullCard], actions });
    await click('.save');
    await click('.close');
    expect(actions.save).not.toHaveBeenCalled();
    expect(actions.closeSite).not.toHaveBeenCalled();
  });

  it('leaves nothing behind when it is removed, and keeps the stylesheet', async () => {
    const mention = draw([fullCard]);
    mention.remove();
    mention.update([fullCard]);
    await Promise.resolve();
    expect(root.innerHTML).toBe('<style></style>');
  });

  it('stays removed when a save under way ends later', async () => {
    let finish = () => {};
    const save = () => new Promise<void>((resolve) => (finish = resolve));
    const mention = draw([fullCard], { ...fakeActions(), save });
    await click('.save');
    mention.remove();
    finish();
    await new Promise((resolve) => setTimeout(resolve));
    expect(root.innerHTML).toBe('<style></style>');
  });
});

describe('a repository with several papers', () => {
  const papers = [5, undefined, 90, 7, 30].map((upvotes, n) => ({
    ...bareCard,
    id: `2412.0000${n}`,
    title: `${upvotes ?? 'no'} upvotes`,
    upvotes,
  }));

  it('shows the papers with the most upvotes first', () => {
    draw(papers.slice(0, 3));
    expect(titles()).toEqual(['90 upvotes', '5 upvotes', 'no upvotes']);
    expect(root.querySelector('details')).toBeNull();
  });

  it('shows three, and the rest when asked', async () => {
    draw(papers);
    const rest = root.querySelector('details');
    expect(rest?.querySelector('summary')?.textContent).toBe('and 2 more');
    expect(rest?.open).toBe(false);
    expect([...(rest?.querySelectorAll('.title') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '5 upvotes',
      'no upvotes',
    ]);
    await click('summary');
    expect(rest?.open).toBe(true);
  });
});
