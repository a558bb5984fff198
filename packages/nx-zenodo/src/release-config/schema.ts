import { bundleLayoutSchema } from '@nx-zenodo/bundle';
import { declaredChecksSchema } from '@nx-zenodo/validation';
import * as v from 'valibot';
import { descriptionSchema } from './description-schema.js';
import { finalizeSchema } from './finalize-schema.js';
import { relationsSchema } from './relations-schema.js';
import { defaultReceipt } from './reservation-path.js';
import { fewestShards, mostShards } from './shard-report-path.js';
import { releaseGlobSchema, releasePathSchema } from './release-path.js';

const path = (description: string) => v.pipe(releasePathSchema, v.description(description));
const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('must not be empty'), v.description(description));

const gitFreezeSchema = v.pipe(
  v.strictObject({
    tag: v.optional(text('The freeze tag; by default the tag of the release')),
    mode: v.optional(
      v.pipe(
        v.picklist(['strict', 'allow-listed']),
        v.description('strict: HEAD is the tag. allow-listed: HEAD may differ in `allowed` files'),
      ),
      'strict',
    ),
    allowed: v.optional(
      v.pipe(
        v.array(releaseGlobSchema),
        v.description('Globs, relative to the top of the repository, of files that may differ'),
      ),
      [],
    ),
    record: v.optional(
      path('Freeze record (FINAL_FREEZE.json) whose commit must be that of the tag'),
    ),
  }),
  v.description('Ties the freeze to git; `freeze-verify` then checks it'),
);

const freezeSchema = v.pipe(
  v.strictObject({
    include: v.pipe(
      v.array(releaseGlobSchema),
      v.minLength(1, 'must name at least one glob'),
      v.description('Globs of the files that `freeze` signs'),
    ),
    exclude: v.optional(
      v.pipe(v.array(releaseGlobSchema), v.description('Globs of files to leave out')),
      [],
    ),
    git: v.optional(gitFreezeSchema),
    shards: v.optional(
      v.pipe(
        v.number(),
        v.integer('must be a whole number'),
        v.minValue(fewestShards, `must be ${fewestShards} or more`),
        v.maxValue(mostShards, `must be ${mostShards} or less`),
        v.description(
          'Number of targets that verify the files, which Nx can distribute to as many machines',
        ),
      ),
    ),
  }),
  v.description('What the target `freeze` writes into the signature'),
);

const recordNumber = (what: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:(?:https:\/\/doi\.org\/)?10\.\d{4,9}\/zenodo\.)?\d+$/,
        'must be a record id (decimal digits) or a DOI of Zenodo',
      ),
      v.description(`Record id or DOI of ${what}, when one exists`),
      v.examples(['789011', '10.5281/zenodo.789011']),
    ),
  );

/** The record that a release continues. */
export const zenodoSchema = v.pipe(
  v.strictObject({
    conceptRecordId: recordNumber('the concept (all versions)'),
    recordId: recordNumber('any published version'),
  }),
  v.description('The record on Zenodo that this release continues'),
);

/** What a person may write in zenodo.release.json; its JSON Schema is generated from this value. */
export const writtenReleaseConfigSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('JSON Schema for editors'))),
    name: text('Name of what is released, for example the repository name'),
    version: text('Version label, equal to the version of the metadata, for example v0.02-final'),
    tag: v.optional(text('Git tag of the release; by default the version')),
    signature: v.optional(
      path('Checksum list that freezes the release, as sha256sum writes it'),
      'T4_FINAL_SIGNATURE.sha256',
    ),
    freeze: v.optional(freezeSchema),
    artifacts: v.pipe(
      v.array(path('File that is uploaded; the signature must cover it')),
      v.minLength(1, 'must name at least one file'),
      v.description('Files of the deposition, besides the manifest and the signature'),
    ),
    bundle: v.optional(bundleLayoutSchema),
    metadata: v.optional(
      path("Metadata of the record in the deposit API's own shape"),
      'zenodo.metadata.json',
    ),
    description: v.optional(descriptionSchema),
    relations: v.optional(relationsSchema, []),
    validation: v.pipe(
      v.strictObject({
        checks: declaredChecksSchema,
      }),
      v.description('What `validate` checks'),
    ),
    releaseNotes: v.optional(
      path('Release notes, into which the DOI is written after publication'),
    ),
    receipt: v.optional(
      path('Where the receipt of the deposition is written; {version} is replaced'),
      defaultReceipt,
    ),
    finalize: v.optional(finalizeSchema, {}),
    zenodo: v.optional(zenodoSchema, {}),
  }),
  v.title('zenodo.release.json'),
  v.description('A release of nx-zenodo: what is frozen, checked, bundled and deposited'),
);

/** zenodo.release.json as a person writes it. */
export type WrittenReleaseConfig = v.InferInput<typeof writtenReleaseConfigSchema>;
