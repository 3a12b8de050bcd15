// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MentionOptions, renderMention } from '../../../components/mention/render-mention';
import type { CitationStyle } from '../../../lib/messages/protocol';
import type { CardData } from '../../../lib/papers/card-data';
import type { ReadingStatus } from '../../../lib/papers/reading-entry';
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
  setStatus: vi.fn(async (_id: string, _status: ReadingStatus) => {}),
  copy: vi.fn(async (_id: string, _style: CitationStyle) => {}),
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

/** Chooses a status as the browser tells of it. */
async function choose(status: string): Promise<void> {
  const select = root.querySelector('select');
  if (!select) throw new Error('no status can be chosen');
  select.value = status;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
}

const shownStatus = () => root.querySelector('select')?.value;
const said = () => root.querySelector('[role=status]')?.textContent;
const isPressed = () => root.querySelector('.save')?.getAttribute('aria-pressed') === 'true';
const titles = () => [...root.querySelectorAll('.title')].map(({ textContent }) => textContent);

describe('Save', () => {
  it('asks for the paper to be saved, and shows it as saved and to be read', async () => {
    const actions = fakeActions();
    draw([fullCard], actions);
    await click('.save');
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(isPressed()).toBe(true);
    expect(shownStatus()).toBe('to-read');
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
    await new Promise((resolve) => setTimeout(resolve));
    expect(shownStatus()).toBe('reading');
  });

  it('pressed again by mistake brings everything back with the next press', async () => {
    const actions = fakeActions();
    draw([{ ...fullCard, status: 'reading' }], actions);
    await click('.save');
    await click('.save');
    expect(actions.setStatus).toHaveBeenCalledExactlyOnceWith('2412.17747', 'reading');
    expect(actions.save).not.toHaveBeenCalled();
    expect(shownStatus()).toBe('reading');
  });

  it('brings back what was removed elsewhere and only the list knows of', async () => {
    const actions = fakeActions();
    const listed: CardData = { ...bareCard, origin: 'list', status: 'done' };
    const { update } = draw([listed], actions);
    update([{ ...listed, status: undefined }]);
    await click('.save');
    expect(actions.setStatus).toHaveBeenCalledExactlyOnceWith(bareCard.id, 'to-read');
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('concerns its own paper only where a repository has several', async () => {
    draw([fullCard, { ...bareCard, upvotes: 1 }]);
    await click('section:last-of-type .save');
    const pressed = [...root.querySelectorAll('.save')].map((button) => button.getAttribute('aria-pressed'));
    expect(pressed).toEqual(['false', 'true']);
  });
});

describe('the status of a saved paper', () => {
  const saved: CardData = { ...fullCard, status: 'to-read' };

  it('can be changed on its card, and shows at once', async () => {
    const actions = fakeActions();
    let finish = () => {};
    actions.setStatus.mockReturnValue(new Promise<void>((resolve) => (finish = resolve)));
    draw([saved], actions);
    await choose('done');
    expect(actions.setStatus).toHaveBeenCalledExactlyOnceWith('2412.17747', 'done');
    expect(shownStatus()).toBe('done');
    finish();
  });

  it('that cannot be changed goes back to what it was, and says why', async () => {
    const setStatus = () => Promise.reject(new Error('The disk is full.'));
    draw([saved], { ...fakeActions(), setStatus });
    await choose('done');
    expect(shownStatus()).toBe('to-read');
    expect(said()).toBe('The disk is full.');
  });

  it('that was changed elsewhere meanwhile stays as it was changed there', async () => {
    let fail = (_: Error) => {};
    const setStatus = () => new Promise<void>((_, reject) => (fail = reject));
    const { update } = draw([saved], { ...fakeActions(), setStatus });
    await choose('done');
    update([{ ...saved, status: 'dropped' }]);
    fail(new Error('no'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(shownStatus()).toBe('dropped');
  });

  it('follows what other tabs do, removal too', () => {
    const { update } = draw([saved]);
    update([{ ...saved, status: 'dropped' }]);
    expect(shownStatus()).toBe('dropped');
    update([fullCard]);
    expect(shownStatus()).toBeUndefined();
    expect(isPressed()).toBe(false);
  });

  it('is chosen by letters that are no keys of the page', () => {
    draw([saved]);
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    const key = () => new KeyboardEvent('keydown', { key: 'd', bubbles: true, composed: true });
    root.querySelector('select')?.dispatchEvent(key());
    expect(heard).not.toHaveBeenCalled();
    root.querySelector('.save')?.dispatchEvent(key());
    expect(heard).toHaveBeenCalledOnce();
    document.body.removeEventListener('keydown', heard);
  });

  it('is not changed by an event that no reader made', async () => {
    const actions = fakeActions();
    renderMention(root, { form: 'card', layout: 'wide', cards: [saved], actions });
    await choose('done');
    expect(actions.setStatus).not.toHaveBeenCalled();
  });
});

describe('Copy', () => {
  const styles: [title: string, style: CitationStyle, text: string][] = [
    ['Copy as BibTeX', 'bibtex', 'BibTeX copied.'],
    ['Copy as a link in Markdown', 'markdown', 'Markdown link copied.'],
    ['Copy as a reference in APA style', 'apa', 'APA reference copied.'],
  ];
  it.each(styles)('%s asks for %s and says that it is done', async (title, style, text) => {
    const actions = fakeActions();
    draw([fullCard], actions);
    await click(`[title="${title}"]`);
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith('2412.17747', style);
    expect(said()).toBe(text);
    expect(root.querySelector('.failure')).toBeNull();
  });

  it('that does not work says why, and nothing of a copy', async () => {
    const copy = vi.fn(async () => {}).mockRejectedValueOnce(new Error('Not copied.'));
    draw([fullCard], { ...fakeActions(), copy });
    await click('.copy button');
    expect(root.querySelector('.failure')?.textContent).toBe('Not copied.');
    await click('.copy button');
    expect(said()).toBe('BibTeX copied.');
  });

  it('stays unfolded over what comes of it', async () => {
    draw([fullCard]);
    await click('.copy summary');
    await click('.copy button');
    expect(root.querySelector<HTMLDetailsElement>('.copy')?.open).toBe(true);
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
    await click('.list');
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

  const rest = () => root.querySelector<HTMLDetailsElement>('details:has(section)');

  it('shows the papers with the most upvotes first', () => {
    draw(papers.slice(0, 3));
    expect(titles()).toEqual(['90 upvotes', '5 upvotes', 'no upvotes']);
    expect(rest()).toBeNull();
  });

  it('shows three, and the rest when asked', async () => {
    draw(papers);
    expect(rest()?.querySelector('summary')?.textContent).toBe('and 2 more');
    expect(rest()?.open).toBe(false);
    expect([...(rest()?.querySelectorAll('.title') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '5 upvotes',
      'no upvotes',
    ]);
    await click('details:has(section) > summary');
    expect(rest()?.open).toBe(true);
  });
});
