// Numbers and texts as bytes, appended, with a way back to an earlier length. Knows nothing of entries.

const utf8 = new TextEncoder();

export interface ByteWriter {
  readonly length: number;
  /** A whole number from 0 to 2^53 - 1: seven bits a byte, the low ones first. */
  natural(value: number): void;
  /** A whole number of either sign, of less than 2^52. */
  integer(value: number): void;
  /** Any text, lone surrogates included. */
  text(value: string): void;
  /** Forgets everything after `length`. */
  backTo(length: number): void;
  bytes(): Uint8Array<ArrayBuffer>;
}

export function createByteWriter(): ByteWriter {
  const written: number[] = [];

  function natural(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      written.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    written.push(rest);
  }

  return {
    get length() {
      return written.length;
    },
    natural,
    integer: (value) => natural(value < 0 ? -2 * value - 1 : 2 * value),
    text(value) {
      // UTF-8 has no way to write half a character; such texts are written as they lie in memory.
      const units = value.isWellFormed() ? utf8.encode(value) : utf16(value);
      natural(units.length * 2 + (value.isWellFormed() ? 0 : 1));
      for (const byte of units) written.push(byte);
    },
    backTo(length) {
      written.length = length;
    },
    bytes: () => Uint8Array.from(written),
  };
}

function utf16(text: string): number[] {
  return Array.from({ length: text.length * 2 }, (_, place) => {
    const unit = text.charCodeAt(place >> 1);
    return place % 2 === 0 ? unit & 0xff : unit >> 8;
  });
}
