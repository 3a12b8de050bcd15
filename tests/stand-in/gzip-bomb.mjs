// @ts-check
// A small body that unpacks to a very large one: a list that begins and then is blank for 200 MB.
import { constants, gzipSync } from 'node:zlib';

const unpacked = 200 * 1024 * 1024;

/** @type {Buffer | undefined} */
let made;

/** About 200 kB of gzip; made once, which takes a moment. */
export function gzipBomb() {
  made ??= gzipSync(Buffer.alloc(unpacked, ' ').fill('[', 0, 1), { level: constants.Z_BEST_SPEED });
  return made;
}
