// The calendar of a ZIP file begins in 1980 and ends in 2107 (APPNOTE 4.4.6).
const earliest = Date.UTC(1980, 0, 1) / 1000;
const latest = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;

/**
 * Date and time as a ZIP file has them: two seconds exact, no time zone. UTC is written, so that the zone of
 * the machine does not show; times outside the calendar are moved to its ends.
 */
export function dosTime(seconds: number): { readonly date: number; readonly time: number } {
  const at = new Date(Math.min(Math.max(seconds, earliest), latest) * 1000);
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
}
