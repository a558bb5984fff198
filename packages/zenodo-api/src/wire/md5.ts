import * as v from 'valibot';

/**
 * An md5 as Zenodo writes it: bare hex in the deposit API, `md5:` before it in buckets and records.
 * Decodes to 32 lower-case hex digits.
 */
export const md5Schema = v.pipe(
  v.string(),
  v.regex(/^(?:md5:)?[0-9a-fA-F]{32}$/, 'Expected an md5 checksum.'),
  v.transform((checksum) => checksum.replace(/^md5:/, '').toLowerCase()),
);
