import type { SyncedFile } from '@nx-zenodo/metadata';
import * as v from 'valibot';
import { codeQuality, config, release, sarif, write } from './option-values.js';

// Said again, because every task loads its options and only a few need what knows the files.
const syncedFiles = [
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
] as const satisfies readonly SyncedFile[];

/** Options of the executors that work on files alone. */
export const chainOptions = {
  freeze: v.pipe(
    v.strictObject({
      config,
      overwrite: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Replace a signature that is committed at the freeze tag.'),
        ),
        false,
      ),
    }),
    v.description('Signs the declared files: writes the checksum list.'),
  ),
  'freeze-verify': v.pipe(
    v.strictObject({
      config,
      release,
      tag: v.optional(
        v.pipe(
          v.string(),
          v.description('Freeze tag; overrides that of `freeze.git` in the configuration.'),
        ),
      ),
      mode: v.optional(
        v.pipe(
          v.picklist(['strict', 'allow-listed']),
          v.description('Overrides the mode of `freeze.git` in the configuration.'),
        ),
      ),
      json: v.optional(v.pipe(v.boolean(), v.description('Print the result as JSON.')), false),
      sarif,
      codeQuality,
    }),
    v.description('Verifies that the frozen files are the signed ones.'),
  ),
  'freeze-verify-shard': v.pipe(
    v.strictObject({
      config,
      release,
      shard: v.pipe(v.number(), v.description('Which shard, from 1 to `freeze.shards`.')),
    }),
    v.description('Verifies one part of the frozen files (a shard).'),
  ),
  validate: v.pipe(
    v.strictObject({
      config,
      release,
      strict: v.optional(
        v.pipe(v.boolean(), v.description('Stop at the first check that fails.')),
        false,
      ),
    }),
    v.description('Runs the declared checks of the release.'),
  ),
  manifest: v.pipe(
    v.strictObject({ config, release }),
    v.description('Builds RELEASE_MANIFEST.json from the verified release and its validation.'),
  ),
  metadata: v.pipe(
    v.strictObject({
      config,
      release,
      explain: v.optional(
        v.pipe(
          v.boolean(),
          v.description(
            'Print where every field comes from, which values lost, and what the GitHub integration would publish.',
          ),
        ),
        false,
      ),
      json: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Print metadata, origins, findings and the GitHub integration as JSON.'),
        ),
        false,
      ),
      sarif,
      codeQuality,
    }),
    v.description(
      "Resolves the record's metadata and reports what Zenodo would refuse, drop or change.",
    ),
  ),
  'metadata-fix': v.pipe(
    v.strictObject({ config, write }),
    v.description(
      'Shows what a machine can correct in the metadata files, and corrects it with `--write`.',
    ),
  ),
  'metadata-sync': v.pipe(
    v.strictObject({
      config,
      write,
      files: v.optional(
        v.pipe(
          v.array(v.picklist(syncedFiles)),
          v.minLength(1, 'must name a file'),
          v.description('Which files to bring in line; missing ones are created.'),
        ),
        [...syncedFiles],
      ),
    }),
    v.description('Brings CITATION.cff, .zenodo.json and codemeta.json in line with the metadata.'),
  ),
  'freeze-guard': v.pipe(
    v.strictObject({
      config,
      once: v.optional(
        v.pipe(v.boolean(), v.description('End at the first change, and fail.')),
        false,
      ),
      interval: v.optional(
        v.pipe(
          v.number(),
          v.minValue(100, 'must be 100 or more'),
          v.description('Milliseconds between two full checks.'),
        ),
        60_000,
      ),
    }),
    v.description('Watches the frozen files and reports every change as it happens.'),
  ),
  'manifest-diff': v.pipe(
    v.strictObject({
      config,
      against: v.pipe(
        v.string(),
        v.description('Another RELEASE_MANIFEST.json, relative to the workspace.'),
      ),
      json: v.optional(v.pipe(v.boolean(), v.description('Print the difference as JSON.')), false),
    }),
    v.description('Compares the manifest of the release with another one.'),
  ),
  'bundle-check': v.pipe(
    v.strictObject({
      config,
      tag: v.optional(
        v.pipe(v.string(), v.description('Git tag to build from; by default that of the release.')),
      ),
    }),
    v.description('Rebuilds the bundle from the git tag and compares it with the one on disk.'),
  ),
  bundle: v.pipe(
    v.strictObject({ config, release }),
    v.description('Lays out the files to upload, with their digests.'),
  ),
};
