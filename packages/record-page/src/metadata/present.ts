/** The members that have a value; the others are left out, as `exactOptionalPropertyTypes` wants it. */
export function present<T extends object>(members: {
  readonly [K in keyof T]: T[K] | null | undefined;
}): Partial<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
