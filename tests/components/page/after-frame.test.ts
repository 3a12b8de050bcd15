// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterFrame } from '../../../components/page/after-frame';

let frame: () => void = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    frame = run;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what waits for a frame', () => {
  it('is done once after it', () => {
    const next = vi.fn();
    afterFrame(next);
    frame();
    expect(next).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('is done without one where the page is not in sight', () => {
    const next = vi.fn();
    afterFrame(next);
    vi.runAllTimers();
    expect(next).toHaveBeenCalledTimes(1);
  });
});
