import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { answer, type Handlers } from '../../lib/messages/listen';
import { payloadSchemas } from '../../lib/messages/payload-schemas';
import type { Sender } from '../../lib/messages/sender';

const self = { id: 'papergloss', origin: 'chrome-extension://papergloss' };
const popup: Sender = { id: 'papergloss', url: 'chrome-extension://papergloss/popup.html' };
const content: Sender = { id: 'papergloss', url: 'https://arxiv.org/abs/2412.17747', tab: {}, frameId: 0 };
const describeError = (error: unknown) => ({ code: 'internal' as const, detail: String(error) });

const handled = vi.fn(async () => undefined);
const handlers = new Proxy({} as Handlers, { get: () => handled });

const ask = (message: unknown, sender = popup) => answer(message, sender, self, handlers, describeError);
const save = { type: 'reading-list/save', request: { ids: ['2412.17747'] } };

describe('a message', () => {
  it('that is well formed reaches its handler', async () => {
    expect(await ask(save)).toEqual({ ok: true, value: undefined });
    expect(handled).toHaveBeenLastCalledWith({ ids: ['2412.17747'] }, popup);
  });

  const refused: [why: string, message: unknown, code: string, sender?: Sender][] = [
    ['of an unknown type', { type: 'reading-list/burn', request: {} }, 'bad-request'],
    ['named after a prototype', { type: 'constructor', request: {} }, 'bad-request'],
    ['that is no object', 'look-up', 'bad-request'],
    ['without a request', { type: 'look-up' }, 'bad-request'],
    ['with more than it should have', { ...save, extra: 1 }, 'bad-request'],
    [
      'whose id has a version',
      { type: 'reading-list/save', request: { ids: ['2412.17747v2'] } },
      'bad-request',
    ],
    [
      'whose id is an address',
      { type: 'look-up-online', request: { id: 'https://evil.example/', canDraw: true } },
      'bad-request',
    ],
    ['for a day that is none', { type: 'feed/refresh', request: { day: '2026-02-30' } }, 'bad-request'],
    ['from another extension', save, 'not-allowed', { id: 'other', url: 'chrome-extension://other/' }],
    ['a content script may not send', { type: 'feed/clear-cache', request: {} }, 'not-allowed', content],
  ];
  it.each(refused)('%s is refused', async (_why, message, code, sender) => {
    handled.mockClear();
    expect(await ask(message, sender)).toMatchObject({ ok: false, code });
    expect(handled).not.toHaveBeenCalled();
  });

  it('may name 500 targets and not one more', async () => {
    const targets = (length: number) =>
      Array.from({ length }, () => ({ target: { kind: 'paper', id: '2412.17747' }, form: 'badge' }));
    expect(await ask({ type: 'look-up', request: { targets: targets(500), canDraw: true } })).toMatchObject({
      ok: true,
    });
    expect(await ask({ type: 'look-up', request: { targets: targets(501), canDraw: true } })).toMatchObject({
      ok: false,
    });
  });

  it('whose handler fails is answered with the reason', async () => {
    handled.mockRejectedValueOnce(new Error('the disk is gone'));
    expect(await ask(save)).toEqual({ ok: false, code: 'internal', detail: 'Error: the disk is gone' });
  });

  it('of any shape is answered, never thrown', async () => {
    const types = fc.constantFrom(...Object.keys(payloadSchemas));
    const message = fc.oneof(fc.anything(), fc.record({ type: types, request: fc.anything() }));
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(popup, content), async (value, sender) => {
        expect(typeof (await ask(value, sender)).ok).toBe('boolean');
      }),
    );
  });
});
