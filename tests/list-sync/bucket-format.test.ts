import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBucket } from '../../lib/list-sync/bucket-decoder';
import { createBucketEncoder } from '../../lib/list-sync/bucket-encoder';
import { idToNumber, numberToId } from '../../lib/list-sync/bucket-format';
import { fromText, roomFor, toText } from '../../lib/list-sync/bucket-text';
import { createByteReader } from '../../lib/list-sync/byte-reader';
import { createByteWriter } from '../../lib/list-sync/byte-writer';
import { type SharedEntry, toShared } from '../../lib/list-sync/shared-entry';
import { anyText } from '../papers/any-text';
import { anyEntry, paperIds } from './arbitrary-entries';

const anyShared = fc
  .uniqueArray(anyEntry(), { selector: ({ id }) => id, maxLength: 8 })
  .map((entries) => entries.flatMap((entry) => toShared(entry) ?? []));

function pack(entries: SharedEntry[], room = Number.POSITIVE_INFINITY): Uint8Array {
  const encoder = createBucketEncoder(room);
  for (const entry of entries) encoder.addEntry(entry);
  for (const { core, note } of entries) if (note) encoder.addNote(core.id, note);
  return encoder.bytes();
}

describe('numbers and texts as bytes', () => {
  it('come back as they were', () => {
    const number = fc.oneof(fc.nat(), fc.maxSafeInteger().map(Math.abs));
    const sign = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(number, sign, anyText, (natural, integer, text) => {
        const writer = createByteWriter();
        writer.natural(natural);
        writer.integer(integer);
        writer.text(text);
        const reader = createByteReader(writer.bytes());
        expect([reader.natural(), reader.integer(), reader.text(), reader.atEnd]).toEqual([
          natural,
          integer,
          text,
          true,
        ]);
      }),
    );
  });

  it('are an error where they end too soon', () => {
    expect(() => createByteReader(Uint8Array.of(0x80)).natural()).toThrow(RangeError);
    expect(() => createByteReader(Uint8Array.of(9, 65)).text()).toThrow(RangeError);
    expect(() => createByteReader(new Uint8Array(20).fill(0xff)).natural()).toThrow(RangeError);
  });
});

describe('a paper id', () => {
  it.each(paperIds.filter((id) => !id.includes('/')))('%s is a number and back', (id) => {
    expect(numberToId(idToNumber(id) ?? -1)).toBe(id);
  });

  it('of the old style is none', () => {
    expect(idToNumber('hep-th/9901001')).toBeUndefined();
  });
});

describe('an item', () => {
  it('gives back every entry and note as it was told', () => {
    fc.assert(
      fc.property(anyShared, (entries) => {
        expect(decodeBucket(pack(entries))).toEqual(entries);
      }),
      { numRuns: 300 },
    );
  });

  it('never takes more than its room, and what has none leaves no trace', () => {
    fc.assert(
      fc.property(anyShared, fc.nat({ max: 200 }), (entries, room) => {
        const encoder = createBucketEncoder(room);
        const taken = entries.filter((entry) => encoder.addEntry(entry));
        const noted = taken.filter(({ core, note }) => note && encoder.addNote(core.id, note));
        expect(encoder.bytes().length).toBeLessThanOrEqual(room);
        expect(decodeBucket(encoder.bytes())).toEqual(
          taken.map((entry) => (noted.includes(entry) ? entry : { core: entry.core, said: entry.said })),
        );
      }),
    );
  });

  it('of any bytes is read or refused, and what is read is well-formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        let entries: SharedEntry[] = [];
        try {
          entries = decodeBucket(bytes);
        } catch (error) {
          expect(['RangeError', 'TypeError']).toContain((error as Error).name);
        }
        for (const { core, said } of entries) expect(toShared(core)?.said).toBe(said);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with bytes changed or cut is read or refused', () => {
    const change = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        anyShared,
        fc.array(change, { maxLength: 3 }),
        fc.nat({ max: 400 }),
        (entries, changes, end) => {
          const bytes = pack(entries);
          for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte;
          try {
            for (const { core } of decodeBucket(bytes.subarray(0, end))) expect(toShared(core)).toBeDefined();
          } catch (error) {
            expect(['RangeError', 'TypeError']).toContain((error as Error).name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the text of an item', () => {
  it('gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromText(toText(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is exactly as long as the room says', () => {
    const key = 'list/15';
    const full = (extra: number) =>
      JSON.stringify(toText(new Uint8Array(roomFor(6_144, key.length) + extra)));
    expect(full(0).length + key.length).toBeLessThanOrEqual(6_144);
    expect(full(1).length + key.length).toBeGreaterThan(6_144 - 4);
    expect(full(4).length + key.length).toBeGreaterThan(6_144);
  });

  it.each([
    ['of a later version', '2.AAAA', 'later'],
    ['of a much later version', '41.{}', 'later'],
    ['without a version', 'AAAAAAAA', 'broken'],
    ['that is empty', '', 'broken'],
    ['that is no base 64', '1.!!', 'broken'],
    ['that is too short for its checksum', '1.AAAA', 'broken'],
    ['whose checksum is wrong', '1.AAAAAAAA', 'broken'],
    ['that is 8 kB of noise', `1.${'QUFB'.repeat(2_000)}`, 'broken'],
    ['that is longer than can be', `1.${'A'.repeat(100_000)}`, 'broken'],
    ['that is a number', 7, 'broken'],
    ['that is an object', { a: 1 }, 'broken'],
    ['that is null', null, 'broken'],
  ])('%s is known for what it is', (_, value, expected) => {
    expect(fromText(value)).toBe(expected);
  });

  it('with any character changed is broken or of a later version', () => {
    const text = toText(Uint8Array.from({ length: 59 }, (_, place) => place * 5));
    for (let place = 0; place < text.length; place++) {
      for (const character of 'A9.') {
        if (text[place] === character) continue;
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        expect(fromText(changed)).toBeTypeOf('string');
      }
    }
  });
});
