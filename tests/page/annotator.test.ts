// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LookUpTarget } from '../../lib/messages/protocol';
import { type AnnotatorPorts, startAnnotator } from '../../lib/page/annotator';
import type { CardData } from '../../lib/papers/card-data';
import { targetKey } from '../../lib/papers/target';
import type { SiteAdapter } from '../../lib/sites/types';

const known = new Set(['paper:2606.10001', 'paper:2606.10002']);

function cardOf(id: string): CardData {
  return {
    id,
    title: `Title ${id}`,
    summary: '',
    summaryFrom: 'none',
    fetchedAt: 0,
    origin: 'feed',
    related: [],
  };
}

/** Every `<a data-paper>` is a mention; the page's own paper is the last part of the address. */
const adapter: SiteAdapter = {
  id: 'made-up',
  hosts: ['https://example.org/*'],
  isActive: () => true,
  ownTarget: (url) =>
    url.pathname.startsWith('/abs/') ? { kind: 'paper', id: url.pathname.slice(5) } : undefined,
  findMentions: (root) =>
    [...root.querySelectorAll<HTMLElement>('a[data-paper]')].map((element) => ({
      target: { kind: 'paper', id: element.dataset.paper ?? '' },
      form: element.dataset.form === 'card' ? 'card' : 'badge',
      place: { element, position: 'after' },
    })),
  fixtureDate: '2026-11',
  examples: { active: [], inactive: [] },
};

function goTo(address: string): void {
  Reflect.get(window, 'happyDOM').setURL(address);
}

const hosts = () => [...document.querySelectorAll<HTMLElement>('papergloss-badge, papergloss-card')];
const settled = () => vi.advanceTimersByTimeAsync(1000);

let end: AbortController;
let asked: LookUpTarget[][];

function start(ports: Partial<AnnotatorPorts> = {}, adapters: readonly SiteAdapter[] = [adapter]) {
  return startAnnotator(
    document,
    adapters,
    {
      lookUp: async (targets) => {
        asked.push(targets);
        return targets.map(({ target }) =>
          known.has(targetKey(target)) && target.kind === 'paper' ? [cardOf(target.id)] : [],
        );
      },
      draw: (mention, _all, cards, onDrawn) => {
        const host = document.createElement(`papergloss-${mention.form}`);
        const update = (next: CardData[]) => host.setAttribute('data-status', next[0]?.status ?? '');
        host.dataset.paper = cards[0]?.id;
        if (mention.place.position !== 'append') mention.place.element[mention.place.position](host);
        onDrawn({ host, update, remove: () => host.remove() });
      },
      onArrival: () => {},
      followList: () => {},
      lookUpOnline: async () => undefined,
      onBroken: () => {},
      ...ports,
    },
    end.signal,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  asked = [];
  goTo('https://example.org/page');
  document.body.innerHTML =
    '<p><a data-paper="2606.10001">one</a> <a data-paper="2606.10009">unknown</a> <a data-paper="2606.10002">two</a></p>';
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

describe('the annotator', () => {
  it('shows what is known beside its mention and nothing beside the rest', async () => {
    start();
    await settled();
    expect(hosts().map((host) => host.previousElementSibling?.textContent)).toEqual(['one', 'two']);
  });

  it('asks for a whole scan in one message', async () => {
    start();
    await settled();
    expect(asked.filter((targets) => targets.length > 0).map((targets) => targets.length)).toEqual([3]);
  });

  it('leaves a page without a known paper byte for byte as it was', async () => {
    document.body.innerHTML = '<p><a data-paper="2606.10009">unknown</a></p>';
    const before = document.documentElement.outerHTML;
    start();
    await settled();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('annotates what arrives later, and asks for that only', async () => {
    start();
    await settled();
    document.body.append(Object.assign(document.createElement('a'), { textContent: 'late' }));
    document.body.lastElementChild?.setAttribute('data-paper', '2606.10001');
    await settled();
    expect(hosts().map((host) => host.dataset.paper)).toEqual(['2606.10001', '2606.10002', '2606.10001']);
    expect(asked.flat().length).toBe(3);
  });

  it('annotates once, however often the page says it has changed', async () => {
    start();
    await settled();
    for (const event of ['turbo:load', 'turbo:render', 'soft-nav:end'])
      document.dispatchEvent(new Event(event));
    window.dispatchEvent(new Event('popstate'));
    await settled();
    expect(hosts().length).toBe(2);
  });

  it('tells of the list the page is, after looking and after the answers', async () => {
    const list = { place: { element: document.body, position: 'append' }, entries: [] } as const;
    const followList = vi.fn();
    const found = vi.spyOn(adapter, 'findMentions');
    Object.assign(adapter, { findList: () => list });
    start({ followList });
    await settled();
    expect(followList.mock.calls.map(([read]) => read())).toEqual([list, list]);
    Reflect.deleteProperty(adapter, 'findList');
    expect(found).toHaveBeenCalledTimes(1);
  });

  it('marks the first 5,000 mentions of a page that names more', async () => {
    document.body.innerHTML = `${'<a data-paper="2606.10009">x</a>'.repeat(5000)}<a data-paper="2606.10001">x</a>`;
    start();
    await settled();
    expect(hosts()).toEqual([]);
  });

  it('removes a card whose mention went away', async () => {
    start();
    await settled();
    document.querySelector('a[data-paper="2606.10001"]')?.remove();
    await settled();
    expect(hosts().map((host) => host.dataset.paper)).toEqual(['2606.10002']);
  });

  it('removes the dead copies that a restored snapshot holds', async () => {
    start();
    await settled();
    document.body.innerHTML = document.body.innerHTML.toString();
    await settled();
    expect(hosts().length).toBe(2);
  });

  it('draws again what the page threw away, three times at most', async () => {
    start();
    for (let round = 0; round < 6; round++) {
      await settled();
      for (const host of hosts()) host.remove();
    }
    await settled();
    expect(hosts()).toEqual([]);
  });

  it('asks again after a failed look-up, and gives up after three', async () => {
    const lookUp = vi.fn(async () => Promise.reject(new Error('the background is gone')));
    start({ lookUp });
    for (let round = 0; round < 6; round++) {
      document.body.append(document.createElement('hr'));
      await settled();
    }
    expect(lookUp).toHaveBeenCalledTimes(3);
    expect(hosts()).toEqual([]);
  });

  it('asks for what the address names before the page has it', async () => {
    goTo('https://example.org/abs/2606.10001');
    document.body.innerHTML = '';
    start();
    expect(asked).toEqual([[{ target: { kind: 'paper', id: '2606.10001' }, form: 'card' }]]);
    document.body.innerHTML = '<a data-paper="2606.10001" data-form="card">here it is</a>';
    await settled();
    expect(hosts().length).toBe(1);
    expect(asked.length).toBe(1);
  });

  it('asks the feed about the page’s own unknown paper, never about links', async () => {
    document.body.innerHTML += '<a data-paper="2606.10008" data-form="card">own</a>';
    const lookUpOnline = vi.fn(async (id: string) => cardOf(id));
    start({ lookUpOnline });
    await settled();
    expect(lookUpOnline.mock.calls).toEqual([['2606.10008']]);
    expect(hosts().map((host) => host.dataset.paper)).toContain('2606.10008');
  });

  it('redraws every place that shows a changed paper', async () => {
    document.body.innerHTML += '<a data-paper="2606.10001">again</a>';
    const annotator = start();
    await settled();
    annotator.updatePaper('2606.10001', { status: 'to-read' });
    expect(hosts().map((host) => host.dataset.status)).toEqual(['to-read', undefined, 'to-read']);
  });

  it('names what the page names, known or not', async () => {
    const annotator = start();
    await settled();
    expect(annotator.targets().map(targetKey)).toEqual([
      'paper:2606.10001',
      'paper:2606.10009',
      'paper:2606.10002',
    ]);
  });

  it('leaves nothing behind when it ends, and stays silent', async () => {
    const before = document.documentElement.outerHTML;
    start();
    await settled();
    end.abort();
    document.body.append(document.createElement('hr'));
    await settled();
    document.querySelector('hr')?.remove();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('a broken adapter', () => {
  const onBroken = vi.fn<AnnotatorPorts['onBroken']>();
  const fail = () => {
    throw new RangeError('what the page says');
  };
  const broken: SiteAdapter = { ...adapter, id: 'broken', findMentions: fail, findList: fail };
  const followList: AnnotatorPorts['followList'] = (list) => void list();

  /** How the document came, as the browser tells it. */
  function came(name: string, responseStatus: number): void {
    const entry = { name, responseStatus } as unknown as PerformanceEntry;
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  }

  afterEach(() => {
    onBroken.mockReset();
    vi.restoreAllMocks();
  });

  it('holds up no other, in the page and in its list', async () => {
    const entries = vi.fn(() => undefined);
    start({ onBroken, followList }, [broken, { ...adapter, findList: entries }]);
    await settled();
    expect(hosts()).toHaveLength(2);
    expect(entries).toHaveBeenCalled();
  });

  it('is told of by the name of what it threw, and by nothing the page says', async () => {
    start({ onBroken, followList }, [broken, adapter]);
    await settled();
    expect(new Set(onBroken.mock.calls.map(String))).toEqual(new Set(['broken,RangeError']));
  });

  describe('that names nothing on the page of a paper', () => {
    const address = 'https://example.org/abs/2606.10007';

    it.each<[what: string, name: string, status: number, own: string, expected: string[]]>([
      ['is told of where the page came in good order', address, 200, '', ['made-up,Missing']],
      ['is not told of where it finds the paper', address, 200, '<a data-paper="2606.10007">own</a>', []],
      ['is not told of where there is no such page', address, 404, '', []],
      ['is not told of where the reader went on within the page', 'https://example.org/', 200, '', []],
      ['is not told of where the browser does not say how it came', address, 0, '', []],
    ])('%s', async (_what, name, status, own, expected) => {
      goTo(address);
      came(name, status);
      document.body.innerHTML = own;
      start({ onBroken });
      await settled();
      expect([...new Set(onBroken.mock.calls.map(String))]).toEqual(expected);
    });

    it('is not told of before the page is there', async () => {
      goTo(address);
      came(address, 200);
      document.body.innerHTML = '';
      const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
      start({ onBroken });
      await settled();
      expect(onBroken).not.toHaveBeenCalled();
      state.mockRestore();
    });
  });
});
