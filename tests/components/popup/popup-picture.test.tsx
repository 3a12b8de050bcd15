// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../../../components/popup/draw-picture';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { takePicture } from '../../../components/popup/take-picture';
import { card, dailyList, nothingCached, popupActions, popupProps, row } from './popup-fixtures';

let root: HTMLElement;
let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const draw = (fields: Partial<PopupProps> = {}) => render(popup(fields), { container: root });
const titles = () => [...root.querySelectorAll('h3')].map(({ textContent }) => textContent);

/** What is kept of a popup drawn from `fields`, in a root that is empty again. */
function pictureOf(fields: Partial<PopupProps> = {}): string {
  draw(fields);
  const picture = takePicture(root) ?? '';
  cleanup();
  root = document.body.appendChild(document.createElement('div'));
  return picture;
}

const drawAgain = (html: string) => drawPicture(root, html);

describe('the picture of the popup', () => {
  it('shows the rows that were shown, before anything is alive', () => {
    const picture = pictureOf();
    expect(drawAgain(picture)).toBe(true);
    expect(titles()).toEqual(['Drafting with small models', 'Memory of agents', 'Maps without maps']);
    expect(root.querySelector('h2')?.textContent).toBe('Fri, Jun 12');
  });

  it('gives way to the living popup in place: one list, and the very same elements', () => {
    drawAgain(pictureOf());
    const rows = [...root.querySelectorAll('.papers > li')];
    draw();
    expect([...root.querySelectorAll('.papers > li')]).toEqual(rows);
    expect(root.querySelectorAll('.popup, header, main, footer, .papers')).toHaveLength(5);
    fireEvent.click(screen.getByRole('button', { name: 'Save “Maps without maps”' }));
    expect(actions.save.mock.calls).toEqual([['2606.00003']]);
  });

  it('leaves nothing of an older list behind', async () => {
    drawAgain(pictureOf());
    const papers = [row('2606.00009', { rank: 1, title: 'Another' })];
    draw({ list: dailyList({ day: '2026-06-11', papers }) });
    await waitFor(() => expect(titles()).toEqual(['Another']));
    expect(root.querySelector('h2')?.textContent).toBe('Thu, Jun 11');
    expect(root.textContent).not.toMatch(/Drafting|Memory|Example Lab/);
    expect(root.querySelector('[target]:not([target=""])')).toBeNull();
  });

  it('ends up as a popup that was never a picture', async () => {
    draw();
    await waitFor(() => expect(titles()).toHaveLength(3));
    const html = root.innerHTML;
    drawAgain(pictureOf({ list: dailyList({ papers: [row('2606.00009')] }) }));
    draw();
    await waitFor(() => expect(titles()).toHaveLength(3));
    expect(root.innerHTML.replaceAll(' target=""', '')).toBe(html);
  });

  it('keeps no more rows than are in sight', () => {
    const papers = Array.from({ length: 40 }, (_, n) => row(`2606.${10_000 + n}`));
    drawAgain(pictureOf({ list: dailyList({ papers }) }));
    expect(titles()).toHaveLength(8);
  });

  it('has links that open a tab by themselves', () => {
    drawAgain(pictureOf());
    const links = [...root.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ target, rel }) => target === '_blank' && rel.includes('noopener'))).toBe(true);
  });

  it('leaves out what is true for one page or one moment only', () => {
    const offer = { site: 'example.org', accept: async () => true };
    const html = pictureOf({ onPage: { cards: [card('2412.17747')] }, offer, online: false });
    drawAgain(html);
    expect(root.querySelector('.on-page, .site-offer, .notice')).toBeNull();
    expect(titles()).toHaveLength(3);
    expect(root.textContent).not.toContain('2412.17747');
  });

  it.each([
    ['an older day', { list: dailyList({ nextDay: '2026-06-13' }) }],
    ['another view', { list: { ...dailyList(), query: { view: 'trending' } as const } }],
    ['an empty list', { list: nothingCached }],
    ['no list yet', { list: undefined }],
  ])('is not taken of %s', (_, fields) => {
    draw(fields);
    expect(takePicture(root)).toBeUndefined();
  });

  it('is not taken of search results, nor with the calendar open', async () => {
    draw();
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(takePicture(root)).toBeUndefined();
    fireEvent.keyDown(screen.getByRole('grid').querySelector('button') as HTMLElement, { key: 'Escape' });
    expect(takePicture(root)).toBeDefined();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'draft' } });
    await screen.findByText(/^No cached paper/);
    expect(takePicture(root)).toBeUndefined();
  });
});

describe('a hostile picture', () => {
  it('shows markup of the feed as the text it is', () => {
    const title = '<img src=x onerror=alert(1)><script>alert(1)</script>"\'&amp;';
    const html = pictureOf({
      list: dailyList({ papers: [row('2606.00009', { title, organization: title })] }),
    });
    expect(drawAgain(html)).toBe(true);
    expect(titles()).toEqual([title]);
    expect(root.querySelector('img, script')).toBeNull();
  });

  it.each([
    '<div class="popup"><script>alert(1)</script></div>',
    '<div class="popup"><img src="https://example.org/x.png"></div>',
    '<iframe src="https://example.org"></iframe>',
    '<div onclick="alert(1)"></div>',
    '<div style="position: fixed"></div>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="http://example.org">x</a>',
    '<form action="https://example.org"><button>x</button></form>',
    '<button formaction="https://example.org">x</button>',
    '<svg><use href="https://example.org/x.svg#a"></use></svg>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<style>* { display: none }</style>',
    '<object data="x"></object>',
    '<template><script>alert(1)</script></template>',
  ])('%s is not drawn at all', (html) => {
    root.textContent = 'as it was';
    expect(drawAgain(html)).toBe(false);
    expect(root.innerHTML).toBe('as it was');
  });
});
