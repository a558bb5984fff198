/** A flag of a query string: `1`, `true`, `yes`, `on`, or the bare name. */
export function isSet(value: string | null): boolean {
  return value !== null && (value === '' || /^(1|true|yes|on)$/i.test(value));
}
