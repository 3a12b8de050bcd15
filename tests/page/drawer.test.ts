// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawerWith } from '../../lib/page/drawer';
import type { CardData } from '../../lib/papers/card-data';
import type { Mention } from '../../lib/sites/types';
import { Sight } from './sight';

const cards = [{ id: '2606.10001' } as CardData];
let end: AbortController;
let isPainted: boolean;

beforeEach(() => {
  end = new AbortController();
  isPainted = true;
  Sight.inSight.clear();
  vi.stubGlobal('IntersectionObserver', Sight);
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

const create = drawerWith(
  ({ mention, theme }) => {
    const host = document.createElement('papergloss-badge');
    host.dataset.theme = theme;
    if (mention.label) host.dataset.label = mention.label;
    return { host, update() {}, remove: () => host.remove() };
  },
  () => {
    const host = document.createElement('papergloss-bar');
    return { host, update() {}, remove: () => host.remove() };
  },
);

const newDrawer = () =>
  create({
    document,
    site: 'example.org',
    theme: 'dark',
    actions: {} as Parameters<typeof create>[0]['actions'],
    isPainted: () => isPainted,
    signal: end.signal,
  });

const badgeBehind = (element: Element): Mention => ({
  target: { kind: 'paper', id: '2606.10001' },
  form: 'badge',
  place: { element, position: 'after' },
});

/** Draws a badge behind the first link of the markup; undefined when it was refused. */
async function drawn(html: string, inSight = false): Promise<HTMLElement | undefined> {
  document.body.innerHTML = html;
  const link = document.querySelector('a') as Element;
  if (inSight) Sight.inSight.add(link);
  let host: HTMLElement | undefined;
  newDrawer().draw(badgeBehind(link), [], cards, (mention) => {
    host = mention?.host;
  });
  await Promise.resolve();
  return host;
}

describe('the drawer', () => {
  it('puts a badge behind its link in the theme it was told', async () => {
    const host = await drawn('<p><a>x</a> more</p>');
    expect(host?.previousElementSibling?.localName).toBe('a');
    expect(host?.dataset).toMatchObject({ theme: 'dark' });
    expect(host?.dataset.floating).toBeUndefined();
  });

  it('lets a badge float that comes into a line in sight', async () => {
    const host = await drawn('<p><a>x</a> more</p>', true);
    expect(host?.dataset.floating).toBe('0');
    expect(host?.nextSibling).toBeNull();
  });

  it('names what a badge is about that has to stand behind code', async () => {
    const host = await drawn('<pre><a>x</a></pre>');
    expect(host?.dataset.label).toBe('2606.10001');
    expect(host?.previousElementSibling?.localName).toBe('pre');
  });

  it('refuses to write into what the reader is writing', async () => {
    expect(await drawn('<div contenteditable="true"><a>x</a></div>')).toBeUndefined();
    expect(document.body.innerHTML).toBe('<div contenteditable="true"><a>x</a></div>');
  });

  it('draws nothing for a link that has gone meanwhile', async () => {
    document.body.innerHTML = '<p><a>x</a></p>';
    const link = document.querySelector('a') as Element;
    const onDrawn = vi.fn();
    newDrawer().draw(badgeBehind(link), [], cards, onDrawn);
    link.remove();
    await Promise.resolve();
    expect(onDrawn).toHaveBeenCalledWith(undefined);
  });

  it('draws no badge on the code of a paper named before it', async () => {
    document.body.innerHTML = '<p><a>paper</a> <a>code</a></p>';
    const [paper, code] = [...document.querySelectorAll('a')].map(badgeBehind) as [Mention, Mention];
    code.target = { kind: 'repository', slug: 'owner/name' };
    const drawer = newDrawer();
    const drawnFor: string[] = [];
    for (const mention of [paper, code]) {
      drawer.draw(mention, [paper, code], cards, (shown) => shown && drawnFor.push(mention.target.kind));
    }
    await Promise.resolve();
    expect(drawnFor).toEqual(['paper']);
  });

  it('draws nothing after its end', async () => {
    end.abort();
    expect(await drawn('<p><a>x</a></p>')).toBeUndefined();
  });

  it('puts the bar of a list at its place', async () => {
    document.body.innerHTML = '<div class="paging"></div><p>entry</p>';
    const paging = document.querySelector('.paging') as Element;
    const entry = document.querySelector('p') as HTMLElement;
    const target = { kind: 'paper', id: '2606.10001' } as const;
    const list = {
      place: { element: paging, position: 'append' } as const,
      entries: [{ target, elements: [entry], section: 0 }],
    };
    newDrawer().followList(list, async () => [[{} as CardData]]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(paging.firstElementChild?.localName).toBe('papergloss-bar');
  });
});
