// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MarkedText } from '../../../components/paper-row/MarkedText';
import type { Mark } from '../../../lib/papers/search-answer';

afterEach(cleanup);

function draw(text: string, marks?: Mark[]) {
  const { container } = render(<MarkedText text={text} marks={marks} />);
  return { container, marked: [...container.querySelectorAll('mark')].map((mark) => mark.textContent) };
}

describe('a text with marks', () => {
  it.each<[string, Mark[], string[]]>([
    ['none', [], []],
    ['one at the beginning', [[0, 5]], ['Draft']],
    ['one at the end', [[6, 12]], ['models']],
    [
      'several',
      [
        [0, 5],
        [6, 12],
      ],
      ['Draft', 'models'],
    ],
    [
      'two that touch',
      [
        [0, 3],
        [3, 5],
      ],
      ['Dra', 'ft'],
    ],
  ])('shows %s', (_, marks, marked) => {
    const drawn = draw('Draft models', marks);
    expect(drawn.marked).toEqual(marked);
    expect(drawn.container.textContent).toBe('Draft models');
  });

  it('is the plain text where there are no marks at all', () => {
    expect(draw('Draft models').container.innerHTML).toBe('Draft models');
  });

  it('shows markup as the text it is, inside a mark and across its edges', () => {
    const text = '<b>bold</b><img src=x onerror=alert(1)>';
    const { container, marked } = draw(text, [
      [0, 4],
      [9, 20],
    ]);
    expect(marked).toEqual(['<b>b', 'b><img src=']);
    expect(container.textContent).toBe(text);
    expect(container.querySelector('b, img')).toBeNull();
  });

  it('loses and doubles no letter, whatever the marks are', () => {
    const place = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(fc.tuple(place, place), { maxLength: 6 }),
        (text, marks) => {
          expect(draw(text, marks).container.textContent).toBe(text);
          cleanup();
        },
      ),
    );
  });
});
