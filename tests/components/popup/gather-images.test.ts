import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherImages } from '../../../components/popup/gather-images';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the addresses of loaded pictures', () => {
  it('are told together, and none of them twice', () => {
    const tell = vi.fn<(urls: string[]) => void>();
    const loaded = gatherImages(tell);
    for (const url of ['a', 'b', 'a']) loaded(url);
    expect(tell).not.toHaveBeenCalled();
    vi.runAllTimers();
    for (const url of ['b', 'c']) loaded(url);
    vi.runAllTimers();
    expect(tell.mock.calls).toEqual([[['a', 'b']], [['c']]]);
  });
});
