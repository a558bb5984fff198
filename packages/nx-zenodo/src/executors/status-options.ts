import * as v from 'valibot';
import { config, environments } from './option-values.js';

const flag = (description: string, fallback: boolean) =>
  v.optional(v.pipe(v.boolean(), v.description(description)), fallback);

/** Options of the executor that prints the checklist. */
export const statusOptions = {
  'zenodo-status': v.pipe(
    v.strictObject({
      config,
      environment: v.optional(
        v.pipe(
          v.picklist(environments),
          v.description(
            'Where the release is or will be published; by default that of its receipt, or production if nothing was published.',
          ),
        ),
      ),
      json: flag('Print the checklist as JSON.', false),
      strict: flag('Fail if a line is no or unknown; lines that do not apply do not count.', false),
      offline: flag('Use no network; what only others know is shown as unknown.', false),
      downloads: flag('Download every file of the record and compare its SHA-256.', true),
      backfill: flag('Print what to publish for the tags without a record; runs nothing.', false),
      ignoreTags: v.optional(
        v.pipe(
          v.array(v.string()),
          v.description('Globs of tags that are not releases.'),
          v.examples([['v0.*', 'nightly-*']]),
        ),
        [],
      ),
    }),
    v.description('Prints the checklist before and after publication, and across all versions.'),
  ),
};
