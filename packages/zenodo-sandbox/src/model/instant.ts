/** Zenodo writes instants in UTC with microseconds and a numeric offset. */
export function formatInstant(date: Date): string {
  return date.toISOString().replace('Z', '000+00:00');
}

/** The day of an instant in UTC, YYYY-MM-DD. */
export function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
