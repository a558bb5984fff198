/**
 * Orders by Unicode code points, which is also the order of the UTF-8 bytes (`LC_ALL=C sort`).
 * Plain `<` compares UTF-16 units and puts U+1F600 before U+FF5E.
 */
export function compareCodePoints(a: string, b: string): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) < rank(right) ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

// A surrogate stands for a code point above every unit of the basic plane.
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
