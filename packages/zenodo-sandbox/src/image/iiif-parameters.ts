import { refuse } from '../http/refusal.js';
import type { Region } from './raster.js';

/** Largest side of an image that is drawn. */
const longest = 4000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The region of IIIF Image API 2.1, section 4.1: `full`, `square`, `x,y,w,h` or `pct:x,y,w,h`. */
export function parseRegion(text: string, { width, height }: Size): Region {
  if (text === 'full') return { x: 0, y: 0, width, height };
  if (text === 'square') {
    const side = Math.min(width, height);
    return { x: (width - side) >> 1, y: (height - side) >> 1, width: side, height: side };
  }
  const [, percent, list = ''] = /^(pct:)?([\d.]+(?:,[\d.]+){3})$/.exec(text) ?? [];
  const [x = NaN, y = NaN, w = NaN, h = NaN] = list.split(',').map(Number);
  const [across, down] = percent === undefined ? [1, 1] : [width / 100, height / 100];
  const left = Math.floor(x * across);
  const top = Math.floor(y * down);
  const region = {
    x: left,
    y: top,
    width: Math.min(Math.round(w * across), width - left),
    height: Math.min(Math.round(h * down), height - top),
  };
  if (!(region.width > 0 && region.height > 0)) throw refuse(400, `Invalid region ${text}.`);
  return region;
}

/** The size of section 4.2: `full`, `max`, `w,`, `,h`, `w,h`, `!w,h`, `pct:n`; `^` before it changes nothing here. */
export function parseSize(text: string, region: Size): Size {
  const size = sizeOf(text.replace(/^\^/, ''), region);
  const width = Math.max(1, Math.round(size.width));
  const height = Math.max(1, Math.round(size.height));
  if (!(Math.max(width, height) <= longest)) throw refuse(400, `Invalid size ${text}.`);
  return { width, height };
}

function sizeOf(text: string, { width, height }: Size): Size {
  if (text === 'full' || text === 'max') return { width, height };
  const percent = /^pct:([\d.]+)$/.exec(text)?.[1];
  if (percent !== undefined) {
    return { width: (width * Number(percent)) / 100, height: (height * Number(percent)) / 100 };
  }
  const [match, fit, w = '', h = ''] = /^(!?)(\d*),(\d*)$/.exec(text) ?? [];
  if (match === undefined || (w === '' && h === '')) return { width: NaN, height: NaN };
  if (fit === '!' && w !== '' && h !== '') {
    const scale = Math.min(Number(w) / width, Number(h) / height);
    return { width: width * scale, height: height * scale };
  }
  if (w === '') return { width: (width * Number(h)) / height, height: Number(h) };
  return { width: Number(w), height: h === '' ? (height * Number(w)) / width : Number(h) };
}
