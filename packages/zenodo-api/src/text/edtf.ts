// EDTF level 0 (ISO 8601-2:2019, 4.2): a year, a month, a day, or an interval of two of them.
const DATE = /^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

interface Span {
  readonly first: readonly [number, number, number];
  readonly last: readonly [number, number, number];
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parseDate(text: string): Span | null {
  const match = DATE.exec(text);
  if (match === null || text.startsWith('-0000')) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: [year, 1, 1], last: [year, 12, 31] };
  const month = Number(match[2]);
  const length = daysIn(year, month);
  if (match[3] === undefined) return { first: [year, month, 1], last: [year, month, length] };
  const day = Number(match[3]);
  return day > length ? null : { first: [year, month, day], last: [year, month, day] };
}

function isNotAfter(a: Span['first'], b: Span['first']): boolean {
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at === undefined || (a[at] ?? 0) < (b[at] ?? 0);
}

/** True for a date or chronological interval that Zenodo takes: YYYY, YYYY-MM, YYYY-MM-DD or a/b. */
export function isEdtfLevel0(text: string): boolean {
  const parts = text.trim().split(/\s*\/\s*/);
  const spans = parts.map(parseDate);
  const [lower, upper] = spans;
  if (spans.length === 1) return lower !== null;
  if (spans.length !== 2 || !lower || !upper) return false;
  return isNotAfter(lower.first, upper.last);
}
