import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packIndex, unpackIndex } from '../../lib/related/packed-index';
import { emptyIndex } from '../../lib/related/paper-index';
import { anyPaper, fillers, indexed } from './invented-papers';

describe('a packed index', () => {
  it('is the same again when it is unpacked, whatever papers came and went', () => {
    const papers = fc.array(anyPaper, { maxLength: 8 });
    fc.assert(
      fc.property(papers, papers, (some, others) => {
        const { index } = indexed(others, indexed(some), ['2501.00003']);
        expect(unpackIndex(packIndex(index))).toEqual(index);
      }),
    );
  });

  it('bears steps of more than one byte', () => {
    const first = { id: '2501.00001', title: 'A zeppelin', abstract: '' };
    const { index } = indexed([first, ...fillers(17_000), { ...first, id: '2501.00002' }]);
    expect(unpackIndex(packIndex(index))).toEqual(index);
  }, 60_000);

  it('may hold nothing', () => expect(unpackIndex(packIndex(emptyIndex()))).toEqual(emptyIndex()));

  it('that was cut short is unpacked all the same, to as many postings', () => {
    const packed = packIndex(indexed(fillers(300)).index);
    fc.assert(
      fc.property(fc.nat({ max: packed.postingSteps.length - 1 }), (length) => {
        const cut = { ...packed, postingSteps: packed.postingSteps.subarray(0, length) };
        expect(unpackIndex(cut).postingSlots).toHaveLength(packed.postingCounts.length);
      }),
    );
  });
});
