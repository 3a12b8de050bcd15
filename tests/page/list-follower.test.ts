// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnownEntry } from '../../lib/page/card-script';
import { createListFollower, type ListFollower } from '../../lib/page/list-follower';
import { insertAt } from '../../lib/page/shadow-host';
import type { CardData } from '../../lib/papers/card-data';
import type { PaperList, Place } from '../../lib/sites/types';
import { cardOf, type Row, readEntries, writeList } from './list-entries';

const sections: Row[][] = [
  [
    ['a', 3],
    ['b', 'unlisted'],
  ],
];
const listed = new Set(['a']);

let end: AbortController;
let lists: ListFollower;
let find: ReturnType<typeof vi.fn<(targets: { target: unknown }[]) => Promise<(CardData[] | undefined)[]>>>;
let bars: { entries: KnownEntry[]; removed: boolean }[];

/** What an adapter would find now. */
function readList(): PaperList {
  const element = document.querySelector('#line') as Element;
  return { place: { element, position: 'append' }, entries: readEntries(document, sections) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const hosts = () => [...document.querySelectorAll('papergloss-bar')];

async function follow(list: PaperList | undefined = readList()): Promise<void> {
  lists.follow(list);
  await settled();
}

beforeEach(() => {
  writeList(document, sections);
  listed.clear();
  listed.add('a');
  bars = [];
  end = new AbortController();
  find = vi.fn(async (targets) =>
    targets.map(({ target }) => {
      const { id } = target as { id: string };
      return listed.has(id) ? [cardOf(id, 3)] : [];
    }),
  );
  const drawList = (place: Place, entries: KnownEntry[]) => {
    const host = document.createElement('papergloss-bar');
    insertAt(place, host);
    const bar = { entries, removed: false };
    bars.push(bar);
    return {
      host,
      update: (next: KnownEntry[]) => {
        bar.entries = next;
      },
      remove: () => {
        bar.removed = true;
        host.remove();
      },
    };
  };
  lists = createListFollower(document, find, { drawList }, end.signal);
});

afterEach(() => end.abort());

describe('the list of a page', () => {
  it('gets one bar where the adapter says, told of every entry', async () => {
    await follow();
    expect(hosts().map((host) => host.parentElement?.id)).toEqual(['line']);
    expect(bars[0]?.entries.map(({ cards }) => cards.length)).toEqual([1, 0]);
  });

  it('asks for badges, as the mentions of the page do', async () => {
    await follow();
    expect(find.mock.calls[0]?.[0]).toEqual([
      { target: { kind: 'paper', id: 'a' }, form: 'badge' },
      { target: { kind: 'paper', id: 'b' }, form: 'badge' },
    ]);
  });

  it('is left byte for byte as it was where the feed knows none of it', async () => {
    listed.clear();
    const before = document.documentElement.outerHTML;
    await follow();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('has no dead bar of a restored snapshot', async () => {
    await follow();
    document.querySelector('#line')?.append(document.createElement('papergloss-bar'));
    await follow();
    expect(hosts().length).toBe(1);
  });

  it('is followed once, however often the page is looked at', async () => {
    lists.follow(readList());
    for (let round = 0; round < 3; round++) await follow();
    expect(bars.length).toBe(1);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('is known again in another order', async () => {
    await follow();
    const list = readList();
    await follow({ ...list, entries: [...list.entries].reverse() });
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('keeps its bar when entries are added', async () => {
    await follow();
    document.querySelector('dl')?.insertAdjacentHTML('beforeend', '<dt id="c">c</dt>');
    await follow();
    expect(bars.length).toBe(1);
    expect(bars[0]?.entries.length).toBe(3);
  });

  it('loses its bar when what was listed is removed', async () => {
    await follow();
    document.querySelector('dt#a')?.remove();
    await follow();
    expect(hosts()).toEqual([]);
  });

  it('loses its bar when it is gone, and gets one again when it is back', async () => {
    await follow();
    lists.follow(undefined);
    expect(hosts()).toEqual([]);
    expect(hosts()).toEqual([]);
    await follow();
    expect(hosts().length).toBe(1);
  });

  it('gets a new bar when it is another list', async () => {
    await follow();
    writeList(document, sections);
    await follow();
    expect(bars.map(({ removed }) => removed)).toEqual([true, false]);
    expect(hosts().length).toBe(1);
  });

  it('gets its bar again when the page throws it away, three times at most', async () => {
    for (let round = 0; round < 6; round++) {
      await follow();
      for (const host of hosts()) host.remove();
    }
    expect(bars.length).toBe(3);
    expect(bars.filter(({ removed }) => removed).length).toBe(3);
  });

  it('is asked about again after a failed look-up, three times at most', async () => {
    find.mockImplementation(async (targets) => targets.map(() => undefined));
    for (let round = 0; round < 6; round++) await follow();
    expect(find).toHaveBeenCalledTimes(3);
    expect(hosts()).toEqual([]);
  });

  it('gets no bar when it was replaced while the answer was on its way', async () => {
    lists.follow(readList());
    lists.follow(undefined);
    await settled();
    expect(bars).toEqual([]);
  });

  it('gets no bar after the end, and loses the one it has', async () => {
    const before = document.documentElement.outerHTML;
    await follow();
    end.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(bars.map(({ removed }) => removed)).toEqual([true]);
  });

  it('gets no bar when the end comes before the answer', async () => {
    lists.follow(readList());
    end.abort();
    await settled();
    expect(bars).toEqual([]);
  });
});
