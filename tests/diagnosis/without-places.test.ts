import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPlaces } from '../../lib/diagnosis/without-places';

const digits = (length: number) => fc.integer({ min: 10 ** (length - 1), max: 10 ** length - 1 }).map(String);
/** Some of nothing but letters: they look like words. */
const name = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{2,12}$/), fc.stringMatching(/^[a-z]{3,9}$/));
const host = fc
  .tuple(name, fc.constantFrom('org', 'com', 'co.uk', 'example'))
  .map((parts) => parts.join('.'));

/** Whatever names a place on the web or what somebody reads there. */
const places: [what: string, place: fc.Arbitrary<string>][] = [
  [
    'addresses',
    fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((url) => url.length > 12),
  ],
  ['hosts', host],
  ['identifiers of arXiv', fc.tuple(digits(4), digits(5)).map(([month, number]) => `${month}.${number}`)],
  [
    'old identifiers of arXiv',
    fc.tuple(fc.constantFrom('hep-th', 'cs', 'math.AG'), digits(7)).map((parts) => parts.join('/')),
  ],
  ['repositories', fc.tuple(name, name).map((parts) => parts.join('/'))],
  ['mail addresses', fc.tuple(name, host).map((parts) => parts.join('@'))],
  ['files', fc.tuple(name, name).map(([folder, file]) => `/home/${folder}/${file}.pdf`)],
];

/** What a message may put around it. */
const around = fc.constantFrom<[string, string]>(
  [' ', ' '],
  [' "', '" '],
  [" '", "' "],
  [' (', '), '],
  [' <', '>. '],
  ['=', ';'],
  ['\n', '\n'],
  [': ', '.'],
  ['“', '”'],
  [',', ','],
);

describe('a text without places', () => {
  it.each(places)('names no %s, whatever stands around them', (_what, place) => {
    fc.assert(
      fc.property(
        place,
        around,
        fc.array(fc.constantFrom('failed', 'for', 'at', 'not', 'a'), { maxLength: 4 }),
        (named, [before, after], rest) => {
          const text = `${rest.join(' ')}${before}${named}${after}${rest.join(' ')}`;
          expect(withoutPlaces(text)).not.toContain(named);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('quotes nobody', () => {
    const quote = fc.array(fc.constantFrom('attention', 'is', 'all', 'you', 'need'), { minLength: 1 });
    const marks = fc.constantFrom(
      ['"', '"'],
      ["'", "'"],
      ['“', '”'],
      ['„', '“'],
      ['«', '»'],
      ['`', '`'],
      ['"', ''],
    );
    fc.assert(
      fc.property(quote, marks, (said, [opening, closing]) => {
        expect(withoutPlaces(`found ${opening}${said.join(' ')}${closing}`)).toBe('found …');
      }),
    );
  });

  it('is plain words, short numbers, days and dots, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const token of withoutPlaces(text).split(' ').filter(Boolean)) {
          expect(token).toMatch(
            /^(?:…|[([{]*(?:[A-Za-z]+(?:['’_-][A-Za-z]+)*|\d{1,4}|\d{4}-\d\d-\d\d)[)\]}]*[.,:;!?]*[)\]}]*)$/,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same when it is read twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const once = withoutPlaces(text);
        expect(withoutPlaces(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['The feed answered 502.', 'The feed answered 502.'],
    [
      'The day 2026-08-21 is not there: it has no papers',
      'The day 2026-08-21 is not there: it has no papers',
    ],
    [
      "Cannot read properties of undefined (reading 'title')",
      'Cannot read properties of undefined (reading …',
    ],
    [
      "The browser couldn't open it, and doesn't say why",
      "The browser couldn't open it, and doesn't say why",
    ],
    ['', ''],
  ])('keeps what says nothing: %s', (text, expected) => expect(withoutPlaces(text)).toBe(expected));
});
