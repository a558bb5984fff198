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

/** Options of every executor, by name; each schema.json is generated from here. */
export const executorOptions = {
  freeze: v.pipe(
    v.strictObject({ config }),
    v.description('Signs the declared files into the checksum list.'),
  ),
  'freeze-verify': v.pipe(
    v.strictObject({ config, release }),
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
    v.strictObject({ config, release }),
    v.description("Resolves the record's metadata and tells Zenodo's verdict on it."),
  ),
  bundle: v.pipe(
    v.strictObject({ config, release }),
    v.description('Lays out what is uploaded, with its digests.'),
  ),
  'zenodo-deploy': v.pipe(
    v.strictObject({
      config,
      environment: v.optional(
        v.pipe(
          v.picklist(environments),
          v.description('Where to publish. local is the embedded Zenodo.'),
        ),
        'local',
      ),
      confirm: v.optional(
        v.pipe(
          v.string(),
          v.description(
            'The version that is to be published; needed outside `local` where nobody can be asked.',
          ),
          v.examples(['v0.02-final']),
        ),
      ),
    }),
    v.description('Publishes the bundle to Zenodo, once, after walking the chain of digests back.'),
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
