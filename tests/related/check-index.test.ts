import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, sumOfIndex, sumOfLists, sumOfSequences } from '../../lib/related/check-index';
import { emptyNearest, refreshClosest, refreshNearest } from '../../lib/related/nearest';
import { packIndex } from '../../lib/related/packed-index';
import { weighIndex } from '../../lib/related/similarity';
import { fillers, indexed, paper } from './invented-papers';

const papers = [
  ...fillers(12),
  paper('2501.00001', { title: 'Draft trees', abstract: 'Trees of drafts.', repository: 'lumen/draft' }),
];
const built = indexed(papers);
const { sequences } = built;
const index = packIndex(built.index);
const lists = emptyNearest(papers.length);
const weighed = weighIndex(built.index, sequences);
for (const slot of papers.keys()) refreshClosest(weighed, lists, slot);
for (const slot of papers.keys()) refreshNearest(weighed, lists, slot);

type Parts = { index: typeof index; sequences: typeof sequences; lists: typeof lists };
const whole = (): Parts => structuredClone({ index, sequences, lists });

const sums: { [Part in keyof Parts]: number } = {
  index: sumOfIndex(index),
  sequences: sumOfSequences(sequences),
  lists: sumOfLists(lists),
};

const count = papers.length;
const check = (parts: Parts) => [
  isWhole(parts.index, count, sums.index, sumOfIndex),
  isWhole(parts.sequences, count, sums.sequences, sumOfSequences),
  isWhole(parts.lists, count, sums.lists, sumOfLists),
];

const allWhole = (parts: Parts) => check(parts).every(Boolean);

/** Where the numbers are. */
const places = [
  ['index', 'dictionary', 'bytes'],
  ['index', 'dictionary', 'starts'],
  ['index', 'dictionary', 'terms'],
  ['index', 'days'],
  ['index', 'fingerprints'],
  ['index', 'titles'],
  ['index', 'postingStarts'],
  ['index', 'postingSteps'],
  ['index', 'postingCounts'],
  ['sequences', 'starts'],
  ['sequences', 'bytes'],
  ['lists', 'closest', 'slots'],
  ['lists', 'closest', 'scores'],
  ['lists', 'nearest', 'slots'],
  ['lists', 'nearest', 'scores'],
];

type Holder = Record<string, Uint32Array>;

function holderOf(parts: Parts, path: string[]): { holder: Holder; name: string } {
  const holder = path
    .slice(0, -1)
    .reduce<object>((at, key) => (at as Record<string, object>)[key] ?? {}, parts);
  return { holder: holder as Holder, name: path.at(-1) as string };
}

describe('a stored index', () => {
  it('is whole as it was written', () => expect(check(whole())).toEqual([true, true, true]));

  it('is not whole with any one number changed', () => {
    const place = fc.constantFrom(...places);
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 1, max: 200 }), (path, position, change) => {
        const parts = whole();
        const { holder, name } = holderOf(parts, path);
        const array = holder[name] as Uint32Array;
        const at = position % array.length;
        const before = array[at] as number;
        // Shares of 1 for scores, which are such.
        array[at] = name === 'scores' ? before + change / 250 : before + change;
        expect(allWhole(parts)).toBe(false);
      }),
    );
  });

  it.each(places.map((path) => ({ path })))('is not whole with $path cut short', ({ path }) => {
    const parts = whole();
    const { holder, name } = holderOf(parts, path);
    holder[name] = (holder[name] as Uint32Array).slice(0, -1);
    expect(allWhole(parts)).toBe(false);
  });

  it.each(places.map((path) => ({ path })))('is not whole without $path', ({ path }) => {
    const parts = whole();
    const { holder, name } = holderOf(parts, path);
    delete holder[name];
    expect(allWhole(parts)).toBe(false);
  });

  it('is not whole without its papers, or with one less of them', () => {
    const parts = whole();
    expect(allWhole({ ...parts, index: { ...parts.index, ids: parts.index.ids.slice(1) } })).toBe(false);
    const { ids: _, ...rest } = parts.index;
    expect(allWhole({ ...parts, index: rest as typeof index })).toBe(false);
  });

  it('is not whole when it was written with another number of papers', () =>
    expect(isWhole(index, count + 1, sums.index, sumOfIndex)).toBe(false));

  it('is not whole when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), fc.integer(), (rubbish, sum) => {
        expect(isWhole(rubbish as never, count, sum, sumOfIndex)).toBe(false);
        expect(isWhole(rubbish as never, count, sum, sumOfSequences)).toBe(false);
        expect(isWhole(rubbish as never, count, sum, sumOfLists)).toBe(false);
      }),
    );
  });
});
