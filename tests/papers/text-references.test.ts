import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTextReferences, withoutInvisible } from '../../lib/papers/text-references';
import { anyText } from './any-text';

const certain = (text: string) =>
  findTextReferences(text)
    .filter(({ isCertain }) => isCertain)
    .map(({ id, address }) => id ?? address);

describe('a reference in running text', () => {
  it.each([
    ['arXiv:2412.17747', '2412.17747'],
    ['arXiv: 2412.17747', '2412.17747'],
    ['ArXiv 2412.17747v2', '2412.17747'],
    ['arXiv ID: 2412.17747', '2412.17747'],
    ['arXiv preprint arXiv:2412.17747, 2024', '2412.17747'],
    ['arXiv：2412.17747', '2412.17747'],
    ['eprint = {2412.17747}', '2412.17747'],
    ['eprint="2412.17747"', '2412.17747'],
    ['volume = {abs/2412.17747}', '2412.17747'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['arXiv:2412.17747, 2412.17748 and 2412.17749', '2412.17747 2412.17748 2412.17749'],
    ['arXiv:2412.\u00ad17747', '2412.17747'],
    ['see https://github.com/owner/name.', 'https://github.com/owner/name'],
    ['github.com/owner/name, and', 'github.com/owner/name'],
  ])('is certain in %j', (text, expected) => expect(certain(text).join(' ')).toBe(expected));

  it.each([
    ['a bare number', '2412.17747'],
    ['a number after a sentence', 'arXiv. In 2412.17747'],
    ['a number further on', 'arXiv:2412.17747 has nothing to do with it: 2412.17748'],
    ['a Cyrillic letter', '\u0430rXiv:2412.17747'],
    ['full-width digits', 'arXiv:２４１２.１７７４７'],
  ])('is not certain for %s', (_, text) =>
    expect(findTextReferences(text).filter(({ isCertain }) => isCertain).length).toBeLessThan(
      text.includes('further') || text.includes('nothing') ? 2 : 1,
    ),
  );

  it('lies where it says, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('arXiv:2412.17747', ' cs/0011012 ', 'github.com/a/b'))),
        (parts) => {
          const text = withoutInvisible(parts.join(' '));
          let last = 0;
          for (const { start, end } of findTextReferences(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('answers for megabytes of hostile text', () => {
    const pieces = [
      'arxiv ',
      'arxiv preprint ',
      'eprint = ',
      'arXiv:',
      'abs/',
      '2412.17747, ',
      'github.com/',
      'a-',
      'https://a.b/',
      'ar\u00adxiv',
    ];
    for (const piece of pieces) {
      expect(() => findTextReferences(piece.repeat(1_000_000 / piece.length))).not.toThrow();
    }
  });
});
