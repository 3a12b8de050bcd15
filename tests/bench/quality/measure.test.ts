// The measures of the quality bench, by hand.
import { describe, expect, it } from 'vitest';
import { measure } from './measure.mjs';
import { averagePrecision, normalizedGain, recall } from './measures.mjs';

const judgements = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
]);

describe('normalized gain', () => {
  it.each([
    ['the best order', ['a', 'b', 'c', 'x'], 4, 1],
    ['the first two places swapped, which count alike', ['b', 'a', 'c', 'x'], 4, 1],
    [
      'the last first',
      ['c', 'x', 'b', 'a'],
      4,
      (1 + 2 / Math.log2(3) + 3 / Math.log2(4)) / (3 + 2 + 1 / Math.log2(3)),
    ],
    ['what stands after the places that count', ['x', 'c', 'a', 'b'], 2, 1 / 5],
    ['nothing relevant', ['x', 'y'], 2, 0],
  ])('of %s', (_, order, places, gain) => {
    expect(normalizedGain(order, judgements, places)).toBeCloseTo(gain, 10);
  });

  it('is 0 where nothing was judged relevant', () => {
    expect(normalizedGain(['x'], new Map([['x', 0]]), 1)).toBe(0);
  });
});

describe('average precision', () => {
  it.each([
    ['both relevant papers first', ['a', 'b', 'c'], 1],
    ['one of them third', ['a', 'c', 'b'], (1 + 2 / 3) / 2],
    ['one of them missing', ['x', 'a'], 1 / 2 / 2],
  ])('with %s', (_, order, precision) => {
    expect(averagePrecision(order, judgements, 2)).toBeCloseTo(precision, 10);
  });
});

describe('recall', () => {
  it('is the share of relevant papers in the first places', () => {
    expect(recall(['a', 'x', 'b', 'c'], judgements, 3)).toBeCloseTo(2 / 3, 10);
  });
});

describe('measuring a collection', () => {
  const papers = ['asked', 'a', 'b', 'c', 'x'].map((id) => ({ id, title: id, abstract: '' }));
  const ordersFor = (query: { pool?: Set<string> }, ranked: string[]) => {
    const orders: string[][] = [];
    const record = (order: readonly string[]) => orders.push([...order]);
    measure(() => ranked, {
      name: 'example',
      papers,
      queries: [{ paper: 'asked', judgements, ...query }],
      measures: { record },
    });
    return orders;
  };

  it('puts what the ranker left out last, as it stands in the collection', () => {
    expect(ordersFor({}, ['c', 'a'])).toEqual([['c', 'a', 'b', 'x']]);
  });

  it('ranks the pool alone where there is one', () => {
    expect(ordersFor({ pool: new Set(['a', 'b']) }, ['x', 'b', 'c'])).toEqual([['b', 'a']]);
  });

  it('takes the mean over the queries', () => {
    const measures = { first: (order: readonly string[]) => (order[0] === 'a' ? 1 : 0) };
    const queries = ['asked', 'x'].map((paper) => ({ paper, judgements }));
    const rank = (paper: string) => (paper === 'x' ? ['a'] : ['b']);
    expect(measure(rank, { name: 'example', papers, queries, measures })).toEqual([0.5]);
  });
});
