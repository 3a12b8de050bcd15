import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawThumbnail } from './hugging-face/thumbnail.mjs';

describe('a thumbnail of the stand-in', () => {
  it('is a PNG whose rows have the width it names', () => {
    const png = drawThumbnail('2606.00001');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
    expect(inflateSync(data)).toHaveLength(height * (1 + width * 3));
  });

  it('is the same for the same paper and another for another', () => {
    expect(drawThumbnail('2606.00001')).toEqual(drawThumbnail('2606.00001'));
    expect(drawThumbnail('2606.00001')).not.toEqual(drawThumbnail('2606.00002'));
  });
});
