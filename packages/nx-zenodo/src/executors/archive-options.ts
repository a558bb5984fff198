import * as v from 'valibot';
import { codeQuality, release, sarif } from './option-values.js';
import { zenodoOptions } from './zenodo-options.js';

const config = v.optional(
  v.pipe(
    v.string(),
    v.description('The configuration of the archive, relative to the project root.'),
    v.examples(['zenodo.archive.json']),
  ),
  'zenodo.archive.json',
);

const tag = v.optional(
  v.pipe(
    v.string(),
    v.nonEmpty('must name a tag'),
    v.description('The tag to archive; by default the one at HEAD.'),
    v.examples(['v1.2.0']),
  ),
);

const { environment, confirm, dryRun, draftPolicy, newConcept, skipRehearsal } =
  zenodoOptions['zenodo-deploy'].entries;

/** Options of the executors that archive a repository. */
export const archiveOptions = {
  archive: v.pipe(
    v.strictObject({ config, release, tag, sarif, codeQuality }),
    v.description('Makes the archive of a tag: files, checksum list, manifest, metadata, zip.'),
  ),
  'zenodo-archive': v.pipe(
    v.strictObject({
      config,
      environment,
      tag,
      confirm,
      dryRun,
      draftPolicy,
      newConcept,
      skipRehearsal,
      sarif,
      codeQuality,
    }),
    v.description('Makes the archive of a tag and publishes it to Zenodo exactly once.'),
  ),
};
