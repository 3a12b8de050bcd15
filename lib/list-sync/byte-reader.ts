// Reads what byte-writer.ts wrote, from bytes that may be anything. Knows nothing of entries.

export interface ByteReader {
  readonly atEnd: boolean;
  natural(): number;
  integer(): number;
  text(): string;
}

/** Every method throws RangeError or TypeError where the bytes do not go on as they should. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  // The mark some programs put in front of texts is part of the text here.
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let place = 0;

  function natural(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 0x80) {
      const byte = bytes[place++];
      if (byte === undefined) throw new RangeError('The bytes end within a number');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80 && Number.isSafeInteger(value)) return value;
    }
    throw new RangeError('A number is too large');
  }

  function take(count: number): Uint8Array {
    if (place + count > bytes.length) throw new RangeError('The bytes end within a text');
    place += count;
    return bytes.subarray(place - count, place);
  }

  return {
    get atEnd() {
      return place >= bytes.length;
    },
    natural,
    integer() {
      const value = natural();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    text() {
      const header = natural();
      const units = take(Math.floor(header / 2));
      return header % 2 === 0 ? utf8.decode(units) : fromUtf16(units);
    },
  };
}

function fromUtf16(units: Uint8Array): string {
  let text = '';
  for (let place = 0; place + 1 < units.length; place += 2) {
    text += String.fromCharCode((units[place] ?? 0) | ((units[place + 1] ?? 0) << 8));
  }
  return text;
}
