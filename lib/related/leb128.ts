// Numbers as bytes: 7 bits a byte, the lowest first; the high bit says that more follow (unsigned LEB128, as in DWARF). Pure.

/** Bytes and where the next number begins in them. */
export interface ByteCursor<Bytes extends ArrayLike<number> = ArrayLike<number>> {
  bytes: Bytes;
  position: number;
}

/** Up to 32 bits. Past the end of the bytes there are zeros. */
export function readNumber(cursor: ByteCursor): number {
  let value = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    const byte = cursor.bytes[cursor.position++] ?? 0;
    value |= (byte & 127) << shift;
    more = byte > 127;
  }
  return value;
}

/** `value`: not negative, up to 32 bits: five bytes at most. */
export function writeNumber(cursor: ByteCursor<number[] | Uint8Array>, value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) cursor.bytes[cursor.position++] = (rest & 127) | 128;
  cursor.bytes[cursor.position++] = rest;
}
