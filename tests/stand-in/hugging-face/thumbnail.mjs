// @ts-check
// The stand-in for the host of thumbnails: a small picture for each paper, drawn here, of a colour of its own. Other addresses have none.
import { crc32, deflateSync } from 'node:zlib';

const width = 64;
const height = 36;

/** @param {string} type @param {Buffer} data @returns {Buffer} a chunk of a PNG: length, type, data, checksum */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @param {string} text what decides on the colour @returns {Buffer} a PNG: a sheet of paper with lines of text, on the colour */
export function drawThumbnail(text) {
  const hue = crc32(text);
  const ground = [96 + (hue & 63), 96 + ((hue >> 8) & 63), 96 + ((hue >> 16) & 63)];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isSheet = x >= 20 && x < 44 && y >= 4 && y < 32;
      const isText = isSheet && x >= 23 && x < 41 && y >= 8 && y < 28 && y % 4 < 2;
      const color = isText ? [120, 120, 120] : isSheet ? [250, 250, 250] : ground;
      // Each row begins with the number of its filter, 0 for none.
      rows.set(color, y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, red green blue.
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @type {import('../web.mjs').Site} */
export function serveThumbnail(_request, response, url) {
  const id = /^\/social-thumbnails\/papers\/([\w.-]+)\.png$/.exec(url.pathname)?.[1];
  if (id === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=600' });
  response.end(drawThumbnail(id));
}
