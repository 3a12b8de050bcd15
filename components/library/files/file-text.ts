// The text of a file a reader chose, in the encoding it says it has. Knows no format.
import { ImportError } from '../../../lib/formats/import-error';
import { maxFileLength } from '../../../lib/formats/imported-paper';

/** A character takes two bytes in UTF-16, and up to three in UTF-8. */
const maxBytes = 3 * maxFileLength;

/**
 * UTF-16 where a byte order mark says so, as spreadsheets write it; UTF-8 otherwise, with U+FFFD for what is none. A file too large to
 * be taken, however it is written, is not even read: rejects with ImportError `too-large`.
 */
export async function fileText(file: Blob): Promise<string> {
  if (file.size > maxBytes) throw new ImportError('too-large', `It has ${file.size} bytes.`);
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const mark = `${first},${second}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
