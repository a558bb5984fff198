import { describe, expect, it } from '@jest/globals';
import { encodeImage } from './image-file.js';
import { imageSize } from './image-size.js';

const raster = { width: 7, height: 5, data: new Uint8Array(7 * 5 * 4) };

describe('size of an image', () => {
  it.each(['png', 'jpg'] as const)('when it is a %s, its header tells it', async (format) => {
    expect(imageSize(Buffer.from(await encodeImage(raster, format)))).toEqual({
      width: 7,
      height: 5,
    });
  });

  it('when it is a GIF, its header tells it', () => {
    expect(imageSize(Buffer.from('GIF89a\x07\x00\x05\x00', 'latin1'))).toEqual({
      width: 7,
      height: 5,
    });
  });

  it.each(['', 'no image', '\xff\xd8\xff\xe0\x00\x04ab', '\xff\xd8', 'GIF8'])(
    'when %p is none, or ends before its size, nothing is told',
    (bytes) => {
      expect(imageSize(Buffer.from(bytes, 'latin1'))).toBeUndefined();
    },
  );
});
