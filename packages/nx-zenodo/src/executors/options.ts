import * as v from 'valibot';
import type { EnvironmentName } from '../environment/environment.js';

const config = v.optional(
  v.pipe(
    v.string(),
    v.description('The release configuration, relative to the project root.'),
    v.examples(['zenodo.release.json']),
  ),
  'zenodo.release.json',
);

// Nx hashes options: the version in them makes every cached result of an older plugin stale.
const release = v.optional(
  v.pipe(
    v.string(),
    v.description('Version of the plugin that inferred the target; part of the cache key.'),
  ),
  '',
);

const environments: readonly EnvironmentName[] = ['local', 'sandbox', 'production'];

const environment = v.optional(
  v.pipe(
    v.picklist(environments),
    v.description('Where to publish. local is the embedded Zenodo.'),
  ),
  'local',
);

/** Options of every executor, by name; each schema.json is generated from here. */
export const executorOptions = {
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
    v.description('Signs the declared files into the checksum list.'),
  ),
  'freeze-verify': v.pipe(
    v.strictObject({
      config,
      release,
      tag: v.optional(
        v.pipe(
          v.string(),
          v.description('Freeze tag, in place of that of `freeze.git` in the configuration.'),
        ),
      ),
      mode: v.optional(
        v.pipe(
          v.picklist(['strict', 'allow-listed']),
          v.description('In place of the mode of `freeze.git` in the configuration.'),
        ),
      ),
      json: v.optional(v.pipe(v.boolean(), v.description('Print the outcome as JSON.')), false),
      sarif: v.optional(
        v.pipe(
          v.string(),
          v.description('Write the findings as SARIF to this file, relative to the workspace.'),
          v.examples(['dist/freeze.sarif']),
        ),
      ),
    }),
    v.description('Proves that the frozen files are the signed ones.'),
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
          v.description('Print where every field comes from and what lost against it.'),
        ),
        false,
      ),
    }),
    v.description("Resolves the record's metadata and tells Zenodo's verdict on it."),
  ),
  'freeze-guard': v.pipe(
    v.strictObject({
      config,
      once: v.optional(
        v.pipe(v.boolean(), v.description('End, and fail, at the first drift.')),
        false,
      ),
      interval: v.optional(
        v.pipe(
          v.number(),
          v.minValue(100, 'must be 100 or more'),
          v.description('Milliseconds after which everything is looked at again.'),
        ),
        60_000,
      ),
    }),
    v.description('Watches the frozen files and tells every drift as it happens.'),
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
        v.pipe(v.string(), v.description('Git tag to build from; that of the release by default.')),
      ),
    }),
    v.description('Builds the bundle again from the git tag and compares it with the one on disk.'),
  ),
  bundle: v.pipe(
    v.strictObject({ config, release }),
    v.description('Lays out what is uploaded, with its digests.'),
  ),
  'zenodo-deploy': v.pipe(
    v.strictObject({
      config,
      environment,
      confirm: v.optional(
        v.pipe(
          v.string(),
          v.description(
            'The version that is to be published; needed outside `local` where nobody can be asked.',
          ),
          v.examples(['v0.02-final']),
        ),
      ),
      dryRun: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Print the plan and its requests; send none that writes. NX_DRY_RUN too.'),
        ),
      ),
      draftPolicy: v.optional(
        v.pipe(
          v.picklist(['reuse', 'refuse', 'discard']),
          v.description(
            'What to do with an open draft: reuse ours, refuse any, or discard one that is not ours.',
          ),
        ),
        'reuse',
      ),
      newConcept: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Publish under a new concept although a record of this title stands.'),
        ),
        false,
      ),
      skipRehearsal: v.optional(
        v.pipe(
          v.string(),
          v.nonEmpty('must be a reason'),
          v.description(
            'Why production takes a bundle that was not rehearsed; kept in the receipt.',
          ),
        ),
      ),
    }),
    v.description('Publishes the bundle to Zenodo, once, after walking the chain of digests back.'),
  ),
  'zenodo-reserve': v.pipe(
    v.strictObject({
      config,
      environment,
      write: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Write the DOI into the documents that `finalize` names.'),
        ),
        true,
      ),
    }),
    v.description('Reserves the version DOI in a draft, before the files are frozen.'),
  ),
  'zenodo-audit': v.pipe(
    v.strictObject({
      config,
      receipt: v.optional(
        v.pipe(v.string(), v.description('Receipt of the release, relative to the project root.')),
      ),
    }),
    v.description('Downloads a published record again and compares it with its receipt.'),
  ),
  'zenodo-finalize': v.pipe(
    v.strictObject({
      config,
      receipt: v.optional(
        v.pipe(v.string(), v.description('Receipt of the release, relative to the project root.')),
      ),
      dryRun: v.optional(
        v.pipe(v.boolean(), v.description('Show every change as a diff and write nothing.')),
      ),
      commit: v.optional(
        v.pipe(v.boolean(), v.description('Commit exactly the files that were written.')),
        false,
      ),
      tag: v.optional(v.pipe(v.string(), v.description('Annotated tag for that commit.'))),
      push: v.optional(
        v.pipe(v.string(), v.description('Remote to push branch and tag to; none by default.')),
      ),
    }),
    v.description('Writes DOI, badge, citation and inventory into the documents of a release.'),
  ),
  'zenodo-drafts': v.pipe(
    v.strictObject({
      config,
      environment,
      discard: v.optional(
        v.pipe(
          v.array(v.pipe(v.number(), v.integer())),
          v.description('Ids of open drafts to discard; published records are never touched.'),
        ),
        [],
      ),
    }),
    v.description('Lists open drafts, and discards those that are named.'),
  ),
};

/** Name of an executor of this plugin. */
export type ExecutorName = keyof typeof executorOptions;

/** Options of an executor as a person may give them. */
export type WrittenOptions<Name extends ExecutorName> = v.InferInput<
  (typeof executorOptions)[Name]
>;

/** Options of an executor with every default in. */
export type Options<Name extends ExecutorName> = v.InferOutput<(typeof executorOptions)[Name]>;
