import { parse } from 'yaml';

/** How a scalar is quoted in its source (names of the `yaml` library). */
export type Quoting = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';

/** A string as a YAML scalar in the given quoting; quoted all the same where a plain one would not be that string. */
export function scalarText(value: string, quoting: Quoting): string {
  if (quoting === 'QUOTE_SINGLE' && !/[\n\r]/.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (quoting === 'PLAIN' && isPlainString(value)) return value;
  return JSON.stringify(value);
}

// What a YAML 1.1 parser (Zenodo's) or a 1.2 parser would read as a number or a truth is quoted. A date is not:
// both read the citation format's dates as dates.
function isPlainString(value: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return true;
  try {
    return (
      !/[\n#]|: |^[\s?&*!|>%@`'"[\]{},-]|\s$/.test(value) &&
      parse(value, { version: '1.1' }) === value &&
      parse(value, { version: '1.2' }) === value
    );
  } catch {
    return false;
  }
}
