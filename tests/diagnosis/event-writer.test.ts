import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { createEventWriter, writePause } from '../../lib/diagnosis/event-writer';

const event = (what: string): DiagnosisEvent => ({
  ...{ at: Date.now(), since: Date.now(), where: 'sync', kind: 'error', what, count: 1 },
});

const write = vi.fn<(events: readonly DiagnosisEvent[]) => Promise<unknown>>();
const written = () => write.mock.calls.map(([events]) => events.map(({ what, count }) => `${what} ${count}`));

beforeEach(() => {
  vi.useFakeTimers();
  write.mockReset().mockResolvedValue(undefined);
});
afterEach(() => vi.useRealTimers());

describe('events', () => {
  it('are written at once where it has been quiet', () => {
    createEventWriter({ write, now: Date.now })(event('one'));
    expect(written()).toEqual([['one 1']]);
  });

  it('are written once a second at most, and none is lost', () => {
    const add = createEventWriter({ write, now: Date.now });
    for (let round = 0; round < 1_000; round++) add(event(round % 2 ? 'odd' : 'even'));
    expect(written()).toEqual([['even 1']]);
    vi.advanceTimersByTime(writePause);
    expect(written().slice(1)).toEqual([['odd 500', 'even 499']]);
    add(event('later'));
    vi.advanceTimersByTime(writePause);
    expect(written()).toHaveLength(3);
  });

  it('are written where the clock was set back meanwhile', () => {
    const add = createEventWriter({ write, now: Date.now });
    add(event('one'));
    vi.setSystemTime(Date.now() - 3_600_000);
    add(event('two'));
    expect(written()).toEqual([['one 1'], ['two 1']]);
  });

  it('that cannot be written are dropped without a word, and later ones are written', async () => {
    write.mockRejectedValueOnce(new Error('full'));
    const add = createEventWriter({ write, now: Date.now });
    add(event('one'));
    await vi.advanceTimersByTimeAsync(writePause);
    add(event('two'));
    expect(written()).toEqual([['one 1'], ['two 1']]);
  });
});
