/** A point in time: whole seconds since 1970, and the digits of the fraction. */
export interface TimeStamp {
  readonly seconds: number;
  readonly fraction: string;
}

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a time stamp: RFC 3339 text (a date alone is its midnight; without an offset it is UTC), or a number
 * of any unit. Undefined when it is neither.
 */
export function parseTimeStamp(value: unknown): TimeStamp | undefined {
  if (typeof value === 'number') {
    const whole = Math.floor(value);
    return { seconds: whole, fraction: (value - whole).toFixed(9).slice(2) };
  }
  const match = typeof value === 'string' ? form.exec(value) : null;
  if (match === null) return undefined;
  const [, date, time = '00:00:00', fraction = '', zone = 'Z'] = match;
  const offset = zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const full = time.length === 5 ? `${time}:00` : time;
  const milliseconds = Date.parse(`${date}T${full}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : { seconds: milliseconds / 1000, fraction };
}

/** Negative when a is before b, 0 when equal, positive when after; exact beyond milliseconds. */
export function compareTimeStamps(a: TimeStamp, b: TimeStamp): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  const digits = Math.max(a.fraction.length, b.fraction.length);
  const [left, right] = [a.fraction.padEnd(digits, '0'), b.fraction.padEnd(digits, '0')];
  return left < right ? -1 : left > right ? 1 : 0;
}
