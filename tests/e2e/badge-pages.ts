// Badges on a page that a test writes itself, and where they are. Tests nothing itself.
import type { Page } from 'playwright-core';
import { shadowEval, shadowQuery } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { badge, openSynced, type Papergloss } from './papergloss';

export const gist = 'https://gist.github.com/someone/0123456789abcdef0123456789abcdef';
export const card = '[popover]';

export interface BadgePages extends Papergloss {
  /** Papers of the feed. */
  ids: string[];
  /** What the gist holds from now on, as HTML. */
  write(html: string): void;
  /** A link to the paper at this position of `ids`. */
  link(position?: number, text?: string): string;
}

/** Papergloss in front of a gist that `write` fills. */
export async function openBadgePages(): Promise<BadgePages> {
  let content = '';
  const papergloss = await openSynced({
    web: {
      sites: {
        'gist.github.com': (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          response.end(`<!doctype html><html lang="en"><title>Gist</title>
            <style>body { margin: 0; background: #fff; font: 16px/1.5 sans-serif }</style>
            <article class="markdown-body">${content}</article></html>`);
        },
      },
    },
  });
  const ids = [...papergloss.web.feed.all()].map(({ paper }) => paper.id);
  return {
    ...papergloss,
    ids,
    write(html) {
      content = html;
    },
    link: (position = 0, text = 'A paper') => `<a href="https://arxiv.org/abs/${ids[position]}">${text}</a>`,
  };
}

/** Where something of ours is, CSS pixels, and the size of the window. */
export const boxOf = (page: Page, selector: string, host: Parameters<typeof shadowEval>[1] = badge) =>
  shadowEval(
    page,
    host,
    (root, wanted) => {
      const element = root.querySelector(wanted);
      if (!element) throw new Error(`There is no ${wanted}`);
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      return { left, top, right, bottom, width, height, room: { width: innerWidth, height: innerHeight } };
    },
    selector,
  );

/** Waits until the first badge's card has closed. */
export const isClosed = (page: Page) =>
  until(async () => (await shadowQuery(page, badge, card)).length === 0, 'the card to close', 5000);

/** Lets the page have its time, ms: longer than a card takes to open or to close. */
export const rest = (page: Page, time = 400) =>
  page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), time);

/** Everything a page's script can do to a host: events of all kinds, methods, and the way into its root. */
export async function attack(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    for (const host of document.querySelectorAll<HTMLElement>(selector)) {
      const shared = { bubbles: true, composed: true, cancelable: true };
      for (const type of ['pointerenter', 'pointerover', 'pointerdown', 'pointerup'])
        host.dispatchEvent(new PointerEvent(type, { ...shared, pointerType: 'mouse' }));
      for (const type of ['mousedown', 'mouseup', 'click']) host.dispatchEvent(new MouseEvent(type, shared));
      for (const key of ['Enter', ' ', 'Escape'])
        for (const type of ['keydown', 'keyup'])
          host.dispatchEvent(new KeyboardEvent(type, { ...shared, key }));
      host.dispatchEvent(new FocusEvent('focusin', shared));
      host.focus();
      host.click();
    }
  }, badge);
  await rest(page);
}
