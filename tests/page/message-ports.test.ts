// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Send } from '../../lib/messages/send';
import { type Drawer, provideDrawer } from '../../lib/page/card-script';
import { createPorts } from '../../lib/page/message-ports';
import { parseSettings } from '../../lib/settings/settings';

const key = Symbol.for('papergloss.drawer');
afterEach(() => void Reflect.deleteProperty(globalThis, key));

const mention = {} as Parameters<Drawer['draw']>[0];

function ports(send: Send) {
  const settings = { ...parseSettings(undefined), theme: 'dark' as const };
  return createPorts(document, 'arxiv.org', settings, send, new AbortController().signal);
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
});
