// The text of a file a reader chose, in the encoding it says it has. Knows no format.

/** UTF-16 where a byte order mark says so, as spreadsheets write it; UTF-8 otherwise, with U+FFFD for what is none. */
export async function fileText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const mark = `${first},${second}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
