// @ts-check
// Writes ZIP files whose bytes depend on nothing but the names and contents of what is in them: no clock, no order of a disk, no system.
// Own code, because WXT's packages carry the time they were made, and a library for sixty lines would have to be kept up.
import { crc32, deflateRawSync } from 'node:zlib';

/** @typedef {{ path: string, bytes: Uint8Array }} ArchiveFile `path`: below the archive's root, `/` between folders */

/** 1 January 1980, 00:00: the first moment a ZIP file can name. */
const fixedTime = 0;
const fixedDate = (1 << 5) | 1;

/** Version 2.0 of the format (folders, deflate); attributes are Unix ones: a plain file, readable by all. */
const neededVersion = 20;
const madeOnUnix = (3 << 8) | neededVersion;
const plainFile = 0o100644;
const namesAreUtf8 = 1 << 11;

const mostFiles = 0xffff;
const mostBytes = 0xffffffff;

/** @param {string} path */
function checkPath(path) {
  const parts = path.split('/');
  if (path.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new Error(`"${path}" cannot be a path in a package`);
  }
}

/**
 * What stands before a file and, with more around it, in the list at the end.
 * @param {ArchiveFile} file
 */
function packFile({ path, bytes }) {
  checkPath(path);
  const name = Buffer.from(path, 'utf8');
  const deflated = deflateRawSync(bytes, { level: 9 });
  const isSmaller = deflated.length < bytes.length;
  const data = isSmaller ? deflated : bytes;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(neededVersion, 0);
  fields.writeUInt16LE(namesAreUtf8, 2);
  fields.writeUInt16LE(isSmaller ? 8 : 0, 4);
  fields.writeUInt16LE(fixedTime, 6);
  fields.writeUInt16LE(fixedDate, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return { name, data, fields };
}

/** @param {Buffer} fields @param {Buffer} name @param {number} offset of the file in the archive */
function listEntry(fields, name, offset) {
  const head = Buffer.alloc(6);
  head.write('PK\x01\x02', 0, 'latin1');
  head.writeUInt16LE(madeOnUnix, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(plainFile * 0x10000, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, fields, tail, name]);
}

/**
 * A ZIP archive (PKWARE's APPNOTE 6.3, without its 64-bit form), sorted by path. The same files give the same bytes wherever Node carries
 * the same zlib.
 * @param {readonly ArchiveFile[]} files in any order
 * @returns {Buffer}
 * @throws where a path is no plain path below the root or is there twice, or the format's limits are passed
 */
export function zipArchive(files) {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const twice = sorted.find(({ path }, place) => path === sorted[place + 1]?.path);
  if (twice) throw new Error(`"${twice.path}" is in the package twice`);
  if (sorted.length > mostFiles) throw new Error(`${sorted.length} files are too many for a package`);

  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const list = [];
  let offset = 0;
  for (const file of sorted) {
    const { name, data, fields } = packFile(file);
    list.push(listEntry(fields, name, offset));
    const packed = [Buffer.from('PK\x03\x04', 'latin1'), fields, name, data];
    parts.push(...packed);
    offset += packed.reduce((sum, { length }) => sum + length, 0);
  }
  const listBytes = Buffer.concat(list);
  if (offset + listBytes.length > mostBytes) throw new Error('The files are too large for a package');

  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(listBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listBytes, end]);
}
