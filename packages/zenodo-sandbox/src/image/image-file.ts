import { refuse } from '../http/refusal.js';
import type { Raster } from './raster.js';

/** Larger images are not drawn: all their pixels have to fit into memory. */
const mostPixels = 40_000_000;

type Kind = 'png' | 'jpeg' | 'gif';

// By what the bytes say, not by what the name does.
function kindOf(bytes: Buffer): Kind | undefined {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  return bytes.subarray(0, 4).toString('latin1') === 'GIF8' ? 'gif' : undefined;
}

/** The pixels of a PNG, JPEG or GIF file. Throws a Refusal for any other and for what is too large or broken. */
export async function decodeImage(bytes: Buffer): Promise<Raster> {
  const kind = kindOf(bytes);
  if (kind === undefined) {
    throw refuse(501, 'The local Zenodo draws PNG, JPEG and GIF images only.');
  }
  try {
    return await decoders[kind](bytes);
  } catch (cause) {
    if (cause instanceof Error && cause.message === tooLarge) throw refuse(400, tooLarge);
    throw refuse(400, 'The image cannot be read.');
  }
}

const tooLarge = `The image has more than ${mostPixels} pixels.`;

function checkPixels(width: number, height: number): void {
  if (width * height > mostPixels) throw new Error(tooLarge);
}

// The decoders are loaded with the first image: no release needs them.
const decoders: Readonly<Record<Kind, (bytes: Buffer) => Promise<Raster>>> = {
  png: async (bytes) => {
    checkPixels(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
    const { PNG } = await import('pngjs');
    return PNG.sync.read(bytes);
  },
  jpeg: async (bytes) => {
    const { default: jpeg } = await import('jpeg-js');
    const limits = { maxResolutionInMP: mostPixels / 1e6, maxMemoryUsageInMB: 1024 };
    return jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, ...limits });
  },
  gif: async (bytes) => {
    const { GifReader } = await import('omggif');
    const reader = new GifReader(bytes);
    const { width, height } = reader;
    checkPixels(width, height);
    const data = new Uint8Array(width * height * 4);
    reader.decodeAndBlitFrameRGBA(0, data);
    return { width, height, data };
  },
};

/** An image as a JPEG or PNG file. */
export async function encodeImage(image: Raster, format: 'jpg' | 'png'): Promise<Buffer> {
  const { width, height } = image;
  const data = Buffer.from(image.data.buffer, image.data.byteOffset, image.data.byteLength);
  if (format === 'jpg') {
    const { default: jpeg } = await import('jpeg-js');
    return jpeg.encode({ width, height, data }, 85).data;
  }
  const { PNG } = await import('pngjs');
  const png = new PNG({ width, height });
  png.data = data;
  return PNG.sync.write(png);
}
