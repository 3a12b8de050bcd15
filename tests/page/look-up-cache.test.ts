import { describe, expect, it, vi } from 'vitest';
import type { LookUpTarget } from '../../lib/messages/protocol';
import { createLookUpCache } from '../../lib/page/look-up-cache';

const badge = (number: number): LookUpTarget => ({
  target: { kind: 'paper', id: `2606.${String(number).padStart(5, '0')}` },
  form: 'badge',
});

describe('the look-up cache of a page', () => {
  it('asks for 1,200 targets in messages of at most 500, each target once', async () => {
    const lookUp = vi.fn(async (targets: LookUpTarget[]) => targets.map(() => []));
    const cache = createLookUpCache(lookUp);
    const targets = Array.from({ length: 1200 }, (_, number) => badge(number));
    await cache.find([...targets, ...targets]);
    expect(lookUp.mock.calls.map(([asked]) => asked.length)).toEqual([500, 500, 200]);
  });

  it('does not ask again for what it knows, nor for what is under way', async () => {
    const lookUp = vi.fn(async (targets: LookUpTarget[]) => targets.map(() => []));
    const cache = createLookUpCache(lookUp);
    await Promise.all([cache.find([badge(1)]), cache.find([badge(1), badge(2)])]);
    expect(lookUp.mock.calls.map(([asked]) => asked.length)).toEqual([1, 1]);
  });

  it('sends nothing of a mention but its target and form', async () => {
    const lookUp = vi.fn(async (targets: LookUpTarget[]) => targets.map(() => []));
    const mention = { ...badge(1), place: { element: {}, position: 'after' } };
    await createLookUpCache(lookUp).find([mention]);
    expect(lookUp.mock.calls).toEqual([[[badge(1)]]]);
  });

  it('tells a miss from a failure, and asks again after a failure', async () => {
    const lookUp = vi.fn(async () => [[]]).mockRejectedValueOnce(new Error('gone'));
    const cache = createLookUpCache(lookUp);
    expect(await cache.find([badge(1)])).toEqual([undefined]);
    expect(await cache.find([badge(1)])).toEqual([[]]);
  });
});
