// EDTF level 0 (ISO 8601-2:2019, 4.2): a year, a month, a day, or an interval of two of them. Zenodo's parser
// also takes unspecified digits at the end of a part (level 1): 201X, 2020-XX.
const DATE = /^(-?\d{0,4}X*)(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?$/;

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
  const written = match?.[1] ?? '';
  if (!/^-?[\dX]{4}$/.test(written) || written === '-0000') return null;
  const [from, to] = [written.replaceAll('X', '0'), written.replaceAll('X', '9')]
    .map(Number)
    .sort((a, b) => a - b);
  const [start = 0, end = 0] = [from, to];
  const month = match?.[2];
  if (month === undefined || month === 'XX') return { first: [start, 1, 1], last: [end, 12, 31] };
  const length = daysIn(start, Number(month));
  const day = match?.[3];
  const isOpen = day === undefined || day === 'XX';
  if (!isOpen && Number(day) > length) return null;
  return {
    first: [start, Number(month), isOpen ? 1 : Number(day)],
    last: [end, Number(month), isOpen ? length : Number(day)],
  };
}

/** First and last month of a season (EDTF level 1: 21 spring to 24 winter), which only intervals may name. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 12],
};

function parseSeason(text: string): Span | null {
  const [, year = '', season = ''] = /^(-?\d{4})-(2[1-4])$/.exec(text) ?? [];
  const months = SEASONS[season];
  if (months === undefined || year === '-0000') return null;
  const [from, to] = months;
  return {
    first: [Number(year), from, 1],
    last: [Number(year), to, daysIn(Number(year), to)],
  };
}

/** One end of an interval: a date or a season, perhaps marked as uncertain or approximate. */
function parseEnd(text: string): Span | null {
  const certain = text.replace(/[?~%]$/, '');
  return parseDate(certain) ?? parseSeason(certain);
}

const parsePlainEnd = (text: string): Span | null =>
  /^-?[\dX]{4}-XX$/.test(text) ? null : parseDate(text);

function isNotAfter(a: Span['first'], b: Span['first']): boolean {
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at === undefined || (a[at] ?? 0) < (b[at] ?? 0);
}

/**
 * True for a date or chronological interval that Zenodo takes: YYYY, YYYY-MM, YYYY-MM-DD or a/b; one end of an
 * interval may be left out (unknown), both may be open, and an end may be uncertain.
 */
export function isEdtfLevel0(text: string): boolean {
  const parts = text.trim().split(/\s*\/\s*/);
  const [from = '', to = ''] = parts;
  if (parts.length === 1) {
    return parseDate(from.includes('X') ? from.replace(/[?~%]$/, '') : from) !== null;
  }
  if (parts.length !== 2) return false;
  if (from === '..' && to === '..') return true;
  // Beside a date with unspecified digits Zenodo's parser takes nothing but a plain date.
  const read = text.includes('X') ? parsePlainEnd : parseEnd;
  if (read === parsePlainEnd && (from === '' || to === '')) return false;
  const [lower, upper] = [read(from), read(to)];
  if (from === '' || to === '') return lower !== null || upper !== null;
  return lower !== null && upper !== null && isNotAfter(lower.first, upper.last);
}

const DATE_BEFORE_TIME = /^-?\d{4}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
// Zones reach from a minute to 14 hours on either side; +00:00 is none of them.
const TIME_OF_DAY =
  /^(?:(?:[01]\d|2[0-3])(?::[0-5]\d){2}|24:00:00)(?:Z|[+-](?:(?:0[1-9]|1[0-3])(?::[0-5]\d)?|14:00|00:(?:0[1-9]|[1-5]\d)))?$/;

/** True for a date with a time of day, with or without a zone. Zenodo's parser gives every February 29 days here. */
export function isEdtfDateTime(text: string): boolean {
  const [date = '', time, ...rest] = text.trim().split(/\s*T\s*/);
  if (time === undefined || rest.length > 0 || !TIME_OF_DAY.test(time)) return false;
  const [, month, day] = DATE_BEFORE_TIME.exec(date) ?? [];
  if (!DATE_BEFORE_TIME.test(date)) return false;
  return day === undefined || Number(day) <= daysIn(2000, Number(month));
}

const SEASON_OR_PART_OF_YEAR = /^-?\d{4}-(?:2[1-9]|3\d|4[01])$/;
const WITHOUT_MONTH = /^-?[\dX]{4}-XX$/;

/**
 * The exception with which Zenodo's EDTF parser breaks where it should only say no: an interval that is open at
 * one end, a season or quarter by itself, an interval with an unspecified month. Null where it answers.
 */
export function edtfException(text: string): 'TypeError' | 'AttributeError' | null {
  const [from = '', to, ...rest] = text.trim().split(/\s*\/\s*/);
  if (rest.length > 0) return null;
  if (to === undefined) return SEASON_OR_PART_OF_YEAR.test(from) ? 'AttributeError' : null;
  const isEnd = (end: string) => parseEnd(end) !== null;
  const isOpen = (end: string, other: string) =>
    end === '..' && (other === '' || (isEnd(other) && !other.includes('X')));
  if (isOpen(from, to) || isOpen(to, from)) return 'TypeError';
  // An uncertain date before it makes the parser say no in time.
  const isWithoutMonth =
    (WITHOUT_MONTH.test(from) && isEnd(to)) ||
    (WITHOUT_MONTH.test(to) && isEnd(from) && !/[?~%]$/.test(from));
  if (isWithoutMonth) return 'AttributeError';
  return null;
}
