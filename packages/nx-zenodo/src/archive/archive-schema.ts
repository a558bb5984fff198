import { declaredChecksSchema } from '@nx-zenodo/validation';
import * as v from 'valibot';
import { descriptionSchema } from '../release-config/description-schema.js';
import { finalizeSchema } from '../release-config/finalize-schema.js';
import { releaseGlobSchema, releasePathSchema } from '../release-config/release-path.js';
import { relationsSchema } from '../release-config/relations-schema.js';
import { defaultReceipt } from '../release-config/reservation-path.js';
import { zenodoSchema } from '../release-config/schema.js';

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('must not be empty'), v.description(description));
const globs = (description: string) =>
  v.pipe(v.array(releaseGlobSchema), v.description(description));

/** What a person may write in zenodo.archive.json; its JSON Schema is generated from this value. */
export const writtenArchiveConfigSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('JSON Schema for editors'))),
    name: v.pipe(
      v.string(),
      v.regex(/^[@\w][\w@./-]*$/, 'must be letters, digits and any of _ @ . / -'),
      v.description(
        'Name of what is archived, and of its project if nothing else names the project',
      ),
    ),
    repository: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'must be owner/repository'),
        v.description('owner/repository; by default that of the remote `origin`'),
      ),
    ),
    tags: v.optional(
      v.pipe(
        v.string(),
        v.check(
          (pattern) => pattern.split('{version}').length === 2,
          'must contain {version} once',
        ),
        v.description('Form of the tags that are archived, for example core@{version}'),
      ),
      '{version}',
    ),
    preReleases: v.optional(
      v.pipe(
        v.picklist(['skip', 'publish']),
        v.description('What to do with versions such as 1.0.0-rc.1 (Semantic Versioning, 9)'),
      ),
      'skip',
    ),
    skip: v.optional(
      v.pipe(v.array(text('Tag or glob')), v.description('Globs of tags that are not archived')),
      [],
    ),
    include: v.optional(
      globs(
        'Globs from the top of the repository: what the archive contains; by default all of the project; an empty list makes no archive',
      ),
    ),
    exclude: v.optional(globs('Globs from the top of the repository: what to leave out'), []),
    submodules: v.optional(
      v.pipe(v.boolean(), v.description('Whether the archive contains the files of submodules')),
      true,
    ),
    assets: v.optional(
      globs(
        'Globs below this folder of files that are built for the release and uploaded beside the archive',
      ),
      [],
    ),
    resolver: v.optional(
      v.pipe(
        v.picklist(['deposit', 'github-integration']),
        v.description(
          "deposit: metadata from every source, strongest first. github-integration: what Zenodo's own integration would publish",
        ),
      ),
      'deposit',
    ),
    metadata: v.optional(
      v.pipe(
        releasePathSchema,
        v.description("Metadata of the record in the deposit API's own shape, if the file exists"),
      ),
      'zenodo.metadata.json',
    ),
    description: v.optional(descriptionSchema),
    relations: v.optional(relationsSchema, []),
    checks: v.optional(declaredChecksSchema),
    receipt: v.optional(
      v.pipe(
        releasePathSchema,
        v.description('Where the receipt of the deposition is written; {version} is replaced'),
      ),
      defaultReceipt,
    ),
    finalize: v.optional(finalizeSchema, {}),
    zenodo: v.optional(zenodoSchema, {}),
  }),
  v.title('zenodo.archive.json'),
  v.description('A repository that nx-zenodo archives at its tags'),
);

/** zenodo.archive.json as a person writes it. */
export type WrittenArchiveConfig = v.InferInput<typeof writtenArchiveConfigSchema>;

/** zenodo.archive.json with its defaults in, and where it stands. */
export interface ArchiveConfig extends v.InferOutput<typeof writtenArchiveConfigSchema> {
  /** Absolute folder of zenodo.archive.json. */
  readonly root: string;
  /** Its file name. */
  readonly file: string;
}
