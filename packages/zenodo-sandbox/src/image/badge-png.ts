import { glyph, isInk } from './pixel-font.js';
import type { Raster } from './raster.js';

type Colour = readonly [number, number, number];

const height = 20;
const margin = 6;
/** Each pixel of a glyph is a square of so many. */
const scale = 2;
const advance = (glyph.width + 1) * scale;
const top = (height - glyph.height * scale) / 2;
// A badge is as wide as its text; nobody can show one of more than this.
const longest = 100;

const white: Colour = [255, 255, 255];
/** The colours of the SVG badge of the record page. */
const dark: Colour = [0x4a, 0x55, 0x52];
const green: Colour = [0x0b, 0x6a, 0x58];

/** A badge of two halves, drawn in a font of pixels: for those who cannot show the SVG. */
export function drawBadge(label: string, value: string): Raster {
  const halves = [
    { text: [...label.slice(0, longest)], ground: dark },
    { text: [...value.slice(0, longest)], ground: green },
  ];
  const width = halves.reduce((sum, { text }) => sum + widthOf(text), 0);
  const data = new Uint8Array(width * height * 4);
  let left = 0;
  for (const { text, ground } of halves) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < widthOf(text); x += 1) {
        const colour = isText(text, x, y) ? white : ground;
        data.set([...colour, 255], (y * width + left + x) * 4);
      }
    }
    left += widthOf(text);
  }
  return { width, height, data };
}

const widthOf = (text: readonly string[]): number => text.length * advance - scale + 2 * margin;

function isText(text: readonly string[], x: number, y: number): boolean {
  const at = x - margin;
  const character = text[Math.floor(at / advance)];
  if (at < 0 || character === undefined) return false;
  return isInk(character, Math.floor((at % advance) / scale), Math.floor((y - top) / scale));
}
