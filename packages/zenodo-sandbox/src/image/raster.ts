/** Pixels in rows from the top, four bytes each: red, green, blue, alpha. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of an image, in pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of an image drawn in another size: each pixel is the mean of those that it covers. */
export function resample(image: Raster, part: Region, width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const [top, bottom] = covered(row, height, part.height);
    for (let column = 0; column < width; column += 1) {
      const [left, right] = covered(column, width, part.width);
      const mean = meanOf(image, {
        x: part.x + left,
        y: part.y + top,
        width: right - left,
        height: bottom - top,
      });
      data.set(mean, (row * width + column) * 4);
    }
  }
  return { width, height, data };
}

function covered(at: number, count: number, length: number): [number, number] {
  const from = Math.floor((at * length) / count);
  return [from, Math.max(from + 1, Math.floor(((at + 1) * length) / count))];
}

// Colours count as much as they are seen, and lie on white.
function meanOf({ width, data }: Raster, area: Region): [number, number, number, number] {
  const sums = [0, 0, 0];
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = (data[at + 3] ?? 255) / 255;
      for (const channel of [0, 1, 2]) {
        sums[channel] =
          (sums[channel] ?? 0) + (data[at + channel] ?? 0) * alpha + 255 * (1 - alpha);
      }
    }
  }
  const count = area.width * area.height;
  const [red = 0, green = 0, blue = 0] = sums.map((sum) => Math.round(sum / count));
  return [red, green, blue, 255];
}
