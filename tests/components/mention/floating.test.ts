// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fitIntoLine } from '../../../components/mention/floating-room';
import { placeInRow } from '../../../components/mention/floating-row';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function floatBehind(before: Node, label?: string): HTMLElement {
  const host = document.createElement('papergloss-badge');
  placeInRow(host, before, label);
  host.dataset.floating = '';
  return host;
}

const startOf = (host: HTMLElement) => Number(host.style.getPropertyValue('--pg-start'));
const placeOf = (host: HTMLElement) => Number(host.style.getPropertyValue('--pg-place'));

describe('badges that float at the end of one line', () => {
  it('begin there when nothing floats before them', () => {
    expect(floatBehind(document.createTextNode('text')).getAttribute('style')).toBeNull();
  });

  it('keep the room of a badge from the one before', () => {
    const first = floatBehind(document.createElement('a'));
    const second = floatBehind(first);
    expect(startOf(second)).toBeGreaterThan(0);
    const third = floatBehind(second);
    expect(startOf(third)).toBe(2 * startOf(second));
    expect([first, second, third].map(placeOf)).toEqual([0, 1, 2]);
  });

  it.each([
    ['2412.17747', 10],
    ['a'.repeat(80), 20],
  ])('keep the room of the label "%s", %d digits', (label, digits) => {
    const bare = startOf(floatBehind(floatBehind(document.body)));
    expect(startOf(floatBehind(floatBehind(document.body, label)))).toBe(bare + digits);
  });

  it('keep the room of one mark more from a badge of a watched paper', () => {
    const watched = document.createElement('papergloss-badge');
    placeInRow(watched, document.body, '', true);
    watched.dataset.floating = '';
    const bare = startOf(floatBehind(floatBehind(document.body)));
    expect(startOf(floatBehind(watched))).toBe(bare + 2);
  });

  it('keep nothing from a badge that stands in the line', () => {
    const standing = document.createElement('papergloss-badge');
    placeInRow(standing, document.body);
    expect(startOf(floatBehind(standing))).toBe(0);
  });
});

describe('a floating badge', () => {
  const badgeIn = (html: string) => {
    document.body.innerHTML = html;
    const host = document.querySelector<HTMLElement>('papergloss-badge:last-of-type');
    if (!host) throw new Error('there is no badge');
    return host;
  };

  /** Tells the badge that the browser has laid out the page. */
  async function layOut(host: HTMLElement, badge: HTMLElement): Promise<void> {
    const told: ((entries: { target: Element }[]) => void)[] = [];
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: (entries: { target: Element }[]) => void) {
          told.push(callback);
        }
        observe() {}
        unobserve() {}
      },
    );
    vi.resetModules();
    const room = await import('../../../components/mention/floating-room');
    room.fitIntoLine(host, badge);
    told.at(-1)?.([{ target: host }]);
  }

  /** Draws a badge 40 wide in a host whose column reaches from 0 to 100, and whose line ends at `lineEnd`. */
  async function drawIn(host: HTMLElement, lineEnd: number, direction: 'ltr' | 'rtl' = 'ltr'): Promise<void> {
    const column = host.closest('div');
    if (!column) throw new Error('there is no column');
    const badge = host.appendChild(document.createElement('button'));
    badge.style.cssText = `direction: ${direction}; margin: 0 2px`;
    vi.spyOn(column, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 20));
    vi.spyOn(host, 'getBoundingClientRect').mockReturnValue(new DOMRect(lineEnd, 0, 0, 20));
    vi.spyOn(badge, 'offsetWidth', 'get').mockReturnValue(40);
    await layOut(host, badge);
  }

  it.each([
    ['ltr', 56, false],
    ['ltr', 57, true],
    ['rtl', 44, false],
    ['rtl', 43, true],
  ] as const)('in a line (%s) that ends at %d of 100 is reduced to its mark: %s', async (dir, end, tight) => {
    const host = badgeIn(
      '<div style="display: block"><b style="display: inline"><papergloss-badge></papergloss-badge></b></div>',
    );
    await drawIn(host, end, dir);
    expect(host.dataset.tight !== undefined).toBe(tight);
  });

  it.each([
    ['where there is no room for the one behind it', 1, 57, ''],
    ['where the one behind it was reduced before', 0, 0, 'data-tight=""'],
  ])('is reduced to its mark %s', async (_, drawn, lineEnd, reduced) => {
    document.body.innerHTML = `<div style="display: block"><papergloss-badge data-floating="0"></papergloss-badge><papergloss-badge data-floating="0" ${reduced}></papergloss-badge></div>`;
    const hosts = [...document.querySelectorAll<HTMLElement>('papergloss-badge')];
    const host = hosts[drawn];
    if (!host) throw new Error('there is no badge');
    await drawIn(host, lineEnd);
    expect(hosts.map(({ dataset }) => dataset.tight)).toEqual(['', '']);
  });

  it.each([
    ['code', '<pre style="display: block"></pre>', true],
    [
      'code and another badge',
      '<pre style="display: block"></pre><papergloss-badge data-floating="0"></papergloss-badge>',
      true,
    ],
    ['a link', '<a style="display: inline">paper</a>', false],
    ['text', '<pre style="display: block"></pre>text', false],
  ])('behind %s knows whether that is a block', async (_, before, isBelow) => {
    const host = badgeIn(`<div>${before}<papergloss-badge></papergloss-badge></div>`);
    await layOut(host, document.createElement('button'));
    expect(host.dataset.below !== undefined).toBe(isBelow);
  });

  it('reads nothing before the browser has laid out the page', () => {
    const host = document.createElement('papergloss-badge');
    const read = vi.spyOn(host, 'getBoundingClientRect');
    fitIntoLine(host, document.createElement('button'));
    expect(read).not.toHaveBeenCalled();
  });
});
