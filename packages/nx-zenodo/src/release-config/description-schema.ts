import * as v from 'valibot';
import { releasePathSchema } from './release-path.js';

/** Where the description of the record comes from, when it is not the metadata. */
export const descriptionSchema = v.pipe(
  v.strictObject({
    from: v.pipe(
      releasePathSchema,
      v.description(
        'Release notes in Markdown that become the description, in the HTML that Zenodo keeps; {version} is replaced',
      ),
    ),
  }),
  v.description('Takes the description of the record from a file'),
);
