const types = new Set(
  'accepted available collected copyrighted coverage created issued other submitted updated valid withdrawn'.split(
    ' ',
  ),
);

/** True for a date type id (lower case). */
export function isDateType(id: string): boolean {
  return types.has(id);
}

/** All date type ids. */
export function dateTypes(): readonly string[] {
  return [...types];
}
