/**
 * Rounds to so many decimals, a half away from zero, on the decimal digits that the number is written with:
 * 1.005 to two decimals is 1.01, although its binary value lies below the half.
 */
export function roundDecimals(value: number, decimals: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  // From 1e21 on a number is written with an exponent, and has had no decimals for long.
  if (scaled >= 1e21) return value;
  const rounded = Number(`${scaled}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The sum without the drift of adding small to large numbers (Neumaier), so that the order of a file matters little. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}
