import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagnosisEvent, Where } from '../../lib/diagnosis/diagnosis-event';
import { addEvents, maxEvents, maxOfFamily } from '../../lib/diagnosis/event-ring';

const event = (at: number, where: Where, what = 'Error', count = 1): DiagnosisEvent => ({
  ...{ at, since: at, where, kind: 'error', what, count },
});

describe('the ring of events', () => {
  it('has what happened again once, with its first and its last time and how often', () => {
    const ring = addEvents([event(1, 'sync'), event(2, 'index')].toReversed(), [event(5, 'sync')]);
    expect(ring).toEqual([{ ...event(5, 'sync'), since: 1, count: 2 }, event(2, 'index')]);
  });

  it('keeps apart what differs in where, kind or what', () => {
    const refused: DiagnosisEvent = { ...event(3, 'sync'), kind: 'refused' };
    expect(addEvents([], [event(1, 'sync'), event(2, 'sync', 'TypeError'), refused])).toHaveLength(3);
  });

  it('keeps the last two hundred', () => {
    const many = Array.from({ length: 300 }, (_, at) => event(at, 'sync', `Error ${at}`));
    const ring = addEvents(many.slice(0, 150), many.slice(150));
    expect(ring.map(({ at }) => at)).toEqual(Array.from({ length: maxEvents }, (_, place) => 299 - place));
  });

  it.each<[string, (number: number) => Where]>([
    ['adapters', (number) => `adapter:made-up-${number}`],
    ['messages', (number) => `message:made-up-${number}`],
  ])('is not washed out by what pages can cause: %s', (_what, where) => {
    const ours = Array.from({ length: 100 }, (_, at) => event(at, 'sync', `Error ${at}`));
    const flood = Array.from({ length: 5_000 }, (_, at) => event(1_000 + at, where(at)));
    const ring = addEvents(ours, flood);
    expect(ring.filter(({ where: at }) => at === 'sync')).toHaveLength(100);
    expect(ring.filter(({ where: at }) => at !== 'sync')).toHaveLength(maxOfFamily);
  });

  it('counts the same, whatever is added at a time', () => {
    const some = fc.array(
      fc
        .tuple(fc.nat(50), fc.constantFrom<Where>('sync', 'index', 'adapter:a'))
        .map(([at, where]) => event(at, where)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, fc.nat(30), (events, cut) => {
        const whole = addEvents([], events);
        const inParts = addEvents(addEvents([], events.slice(0, cut)), events.slice(cut));
        const byWhere = (ring: DiagnosisEvent[]) => Object.fromEntries(ring.map((one) => [one.where, one]));
        expect(byWhere(inParts)).toEqual(byWhere(whole));
        expect(whole.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
      }),
    );
  });
});
