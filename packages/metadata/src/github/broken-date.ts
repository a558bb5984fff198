import { edtfException, isObject } from '@nx-zenodo/zenodo-api';
import type { GeneratedMetadata } from './github-outcome.js';

/**
 * The first date that breaks the making of the draft. Most dates that Zenodo does not take are dropped from the
 * draft; on a few its parser raises an exception of its own (marshmallow-utils, `EDTFValidator`).
 */
export function brokenDate({ publication_date, dates }: GeneratedMetadata): {
  readonly cause: string;
  readonly detail: string;
} | null {
  const others: unknown[] = Array.isArray(dates) ? dates : [];
  const written: [field: string, date: unknown][] = [
    ['publication_date', publication_date],
    ...others.map((item, i): [string, unknown] => [
      `dates.${i}.date`,
      isObject(item) ? item['date'] : undefined,
    ]),
  ];
  for (const [field, date] of written) {
    const type = typeof date === 'string' ? edtfException(date) : null;
    if (type === null) continue;
    const detail = `${field}: Zenodo's date parser breaks on '${String(date)}'.`;
    return { cause: `exception:${type}`, detail };
  }
  return null;
}
