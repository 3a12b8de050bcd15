// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { placesOf } from '../../../components/momentum/Sparkline';
import { UpvoteMomentum } from '../../../components/momentum/UpvoteMomentum';
import type { UpvotePoint } from '../../../lib/papers/upvote-history';

afterEach(cleanup);

const hour = 3_600_000;
const now = Date.parse('2026-11-23T12:00Z');
/** Points as `[hours before now, upvotes]`. */
const points = (...looks: [ago: number, upvotes: number][]): UpvotePoint[] =>
  looks.map(([ago, upvotes]) => ({ at: now - ago * hour, upvotes }));
const draw = (history?: UpvotePoint[]) => render(<UpvoteMomentum points={history} now={now} />).container;

describe('the upvotes of a paper over time', () => {
  it.each<[string, UpvotePoint[], string]>([
    ['a day', points([24, 12], [0, 96]), '+84 in 24 h'],
    ['hours', points([6, 12], [0, 20]), '+8 in 6 h'],
    ['days', points([72, 12], [0, 1500]), '+1.5K in 3 days'],
  ])('say what was gained within %s', (_, history, text) => {
    expect(draw(history).textContent).toBe(text);
  });

  it.each<[string, UpvotePoint[]]>([
    ['nothing was gained', points([24, 12], [0, 12])],
    ['nobody has looked for a day', points([72, 12], [24, 96])],
  ])('claim no gain where %s', (_, history) => {
    const container = draw(history);
    expect(container.textContent).toBe('');
    expect(container.querySelector('svg')).not.toBeNull();
  });

  it.each([[undefined], [[]], [points([0, 12])]])('take no room where there is no line: %j', (history) => {
    expect(draw(history).innerHTML).toBe('');
  });

  it.each<[string, UpvotePoint[], string]>([
    ['up to now', points([72, 12], [1, 96]), 'Upvotes: 12 on Nov 20, 96 now'],
    ['up to an earlier day', points([72, 12], [48, 96]), 'Upvotes: 12 on Nov 20, 96 on Nov 21'],
  ])('are told in words %s', (_, history, name) => {
    const line = draw(history).querySelector('svg');
    expect(line?.getAttribute('role')).toBe('img');
    expect(line?.getAttribute('aria-label')).toBe(name);
  });
});

describe('the line of the upvotes', () => {
  it.each<[string, UpvotePoint[], [number, number][]]>([
    [
      'from the lower left to the upper right',
      points([10, 0], [0, 100]),
      [
        [2, 14],
        [62, 2],
      ],
    ],
    [
      'true to time',
      points([10, 0], [9, 50], [0, 100]),
      [
        [2, 14],
        [8, 8],
        [62, 2],
      ],
    ],
    [
      'level where nothing changed',
      points([10, 7], [0, 7]),
      [
        [2, 8],
        [62, 8],
      ],
    ],
    [
      'down where upvotes were taken back',
      points([10, 9], [0, 7]),
      [
        [2, 2],
        [62, 14],
      ],
    ],
  ])('goes %s', (_, history, places) => {
    expect(placesOf(history)).toEqual(places);
  });

  it('stays in its box and never goes back in time, whatever was counted', () => {
    const history = fc
      .array(fc.record({ at: fc.integer({ min: 0, max: now }), upvotes: fc.nat(1e6) }), { minLength: 2 })
      .map((looks) => looks.sort((a, b) => a.at - b.at));
    fc.assert(
      fc.property(history, (looks) => {
        let before = 0;
        for (const [x, y] of placesOf(looks)) {
          expect(x).toBeGreaterThanOrEqual(before);
          expect(x).toBeLessThanOrEqual(62);
          expect(y).toBeGreaterThanOrEqual(2);
          expect(y).toBeLessThanOrEqual(14);
          before = x;
        }
      }),
    );
  });
});
