// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Send } from '../../lib/messages/send';
import { type Drawer, provideDrawer } from '../../lib/page/card-script';
import { createPorts } from '../../lib/page/message-ports';
import { parseSettings } from '../../lib/settings/settings';

const key = Symbol.for('papergloss.drawer');
afterEach(() => void Reflect.deleteProperty(globalThis, key));

const mention = {} as Parameters<Drawer['draw']>[0];

const life = { isValid: true };
beforeEach(() => {
  life.isValid = true;
});

function ports(send: Send) {
  const settings = { ...parseSettings(undefined), theme: 'dark' as const };
  return createPorts(document, 'arxiv.org', settings, send, life, new AbortController().signal);
}

describe('what the finding side hands to the drawing side', () => {
  it('is nothing while that is not there: then nothing is drawn', () => {
    const onDrawn = vi.fn();
    ports(vi.fn() as unknown as Send).draw(mention, [], [], onDrawn);
    expect(onDrawn).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it('is the page, the site, and how messages are sent, once', () => {
    const drawer: Drawer = { draw: vi.fn(), followList: vi.fn() };
    const create = vi.fn<Parameters<typeof provideDrawer>[0]>(() => drawer);
    provideDrawer(create);
    const send = vi.fn() as unknown as Send;
    const { draw } = ports(send);
    draw(mention, [], [], () => {});
    draw(mention, [], [], () => {});
    expect(create).toHaveBeenCalledOnce();
    expect(create.mock.calls[0]?.[0]).toMatchObject({ document, site: 'arxiv.org', theme: 'dark', send });
    expect(drawer.draw).toHaveBeenCalledTimes(2);
  });

  it('is nothing once the extension is gone from under the page', () => {
    const drawer: Drawer = { draw: vi.fn(), followList: vi.fn() };
    provideDrawer(() => drawer);
    const { draw, followList } = ports(vi.fn() as unknown as Send);
    draw(mention, [], [], () => {});
    life.isValid = false;
    const onDrawn = vi.fn();
    draw(mention, [], [], onDrawn);
    followList(() => expect.unreachable(), vi.fn());
    expect(onDrawn).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(drawer.draw).toHaveBeenCalledOnce();
    expect(drawer.followList).not.toHaveBeenCalled();
  });

  it('is told in each look-up, so that the drawing script comes with the first hit and not twice', () => {
    const send = vi.fn(async () => []);
    const { lookUp } = ports(send as unknown as Send);
    void lookUp([]);
    provideDrawer(() => ({ draw: vi.fn(), followList: vi.fn() }));
    void lookUp([]);
    expect(send.mock.calls).toEqual([
      ['look-up', { targets: [], canDraw: false }],
      ['look-up', { targets: [], canDraw: true }],
    ]);
  });

  it('is asked for once more where nobody answered, as of a background that died, and not a third time', async () => {
    const send = vi
      .fn()
      .mockRejectedValueOnce(new Error('The message channel closed'))
      .mockResolvedValue([[]]);
    expect(await ports(send as unknown as Send).lookUp([])).toEqual([[]]);
    expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    send.mockReset().mockRejectedValue(new Error('The message channel closed'));
    await expect(ports(send as unknown as Send).lookUp([])).rejects.toThrow('closed');
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('a broken adapter', () => {
  it('is told of once, with its id and the name of what it threw', async () => {
    const send = vi.fn(async () => undefined);
    const { onBroken } = ports(send as unknown as Send);
    for (let look = 0; look < 3; look++) onBroken('arxiv-listing', 'TypeError');
    onBroken('arxiv-search', 'Missing');
    expect(send.mock.calls).toEqual([
      ['diagnosis/adapter-broken', { adapter: 'arxiv-listing', fault: 'TypeError' }],
      ['diagnosis/adapter-broken', { adapter: 'arxiv-search', fault: 'Missing' }],
    ]);
  });

  it('is no matter where nobody answers', async () => {
    const send = vi.fn(async () => Promise.reject(new Error('gone')));
    ports(send as unknown as Send).onBroken('arxiv-listing', 'TypeError');
    await expect(send.mock.results[0]?.value).rejects.toThrow('gone');
  });
});
