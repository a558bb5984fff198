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
            'Where the release is or will be published; that of its receipt by default, or production where nothing was published.',
          ),
        ),
      ),
      json: flag('Print the checklist as JSON.', false),
      strict: flag('Fail where a line is not answered with yes, unless it does not apply.', false),
      offline: flag('Ask nobody on the network; what only others know is not known.', false),
      downloads: flag('Download every file of the record and compare its SHA-256.', true),
      backfill: flag('Print what to publish for the tags without a record; nothing is run.', false),
      ignoreTags: v.optional(
        v.pipe(
          v.array(v.string()),
          v.description('Globs of tags that are no releases.'),
          v.examples([['v0.*', 'nightly-*']]),
        ),
        [],
      ),
    }),
    v.description('Prints what is done before and after publication, and over all versions.'),
  ),
};
