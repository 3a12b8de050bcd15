// @ts-check
// The few things we read and write in PNG files: their size, and which drawing they were made of. No pixels.
// Chunks: https://www.w3.org/TR/png-3/#5Chunk-layout
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Signature, and the header's chunk with its 13 bytes. */
const headerEnd = 8 + 4 + 4 + 13 + 4;
const keyword = 'Source';

/** @param {Uint8Array} png */
function checkSignature(png) {
  if (!signature.equals(Buffer.from(png).subarray(0, 8))) throw new Error('This is no PNG file');
}

/**
 * @param {Uint8Array} png
 * @returns {{ width: number, height: number, hasAlpha: boolean }} pixels
 * @throws where it is no PNG file
 */
export function pngHeader(png) {
  checkSignature(png);
  const bytes = Buffer.from(png);
  const colorType = bytes[25] ?? 0;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), hasAlpha: (colorType & 4) !== 0 };
}

/** @param {string} source @returns {string} what stands for it in a PNG file */
const fingerprint = (source) => createHash('sha256').update(source).digest('hex');

/**
 * The same picture with a note of what it was drawn from, so that a test finds one that was forgotten.
 * @param {Uint8Array} png @param {string} source text of the drawing
 * @returns {Buffer}
 */
export function withSource(png, source) {
  checkSignature(png);
  const text = Buffer.from(`tEXt${keyword}\0${fingerprint(source)}`, 'latin1');
  const chunk = Buffer.alloc(text.length + 8);
  chunk.writeUInt32BE(text.length - 4, 0);
  text.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(text), 4 + text.length);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}

/** @param {Uint8Array} png @param {string} source @returns {boolean} whether the picture says that it was drawn from this */
export const isDrawnFrom = (png, source) =>
  Buffer.from(png).includes(`tEXt${keyword}\0${fingerprint(source)}`, 0, 'latin1');
