import { validationEntries } from '@nx-zenodo/validation';
import * as v from 'valibot';

// Schema, type and documentation of RELEASE_MANIFEST.json, said once: schemas/release-manifest.schema.json is
// generated from it.

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const hex = (digits: number, description: string) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-f]{${digits}}$`), `is not ${digits} lower-case hex digits`),
    v.description(description),
  );
const count = (description: string) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.description(description));
const path = (description: string) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.check((value) => isConfined(value), 'is not a relative path below the release root'),
    v.description(description),
  );
const isConfined = (value: string) =>
  !value.startsWith('/') &&
  !value.includes('\0') &&
  value.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');

const identitySchema = v.pipe(
  v.strictObject({
    name: text('Name of what is released.'),
    version: text('Version of the release, as its authors write it.'),
    tag: v.nullable(text('Git tag of the release; null if there is no such tag.')),
    commit: v.nullable(
      v.pipe(
        v.string(),
        v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'is no full object name'),
        v.description('Full hex object name of the commit that the tag names; null without a tag.'),
      ),
    ),
    date: v.nullable(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.description(
          'UTC date and time of the tag (annotated) or of its commit, never of the clock; null without a tag.',
        ),
      ),
    ),
  }),
  v.readonly(),
  v.description('Which release this is.'),
);

const fileRoleSchema = v.pipe(
  v.picklist(['artifact', 'signature', 'covered']),
  v.description(
    'What the file is in the release: an artifact that is published by name, the signature (checksum list), or another file that the signature covers.',
  ),
);

const manifestFileSchema = v.pipe(
  v.strictObject({
    path: path('POSIX path relative to the release root, in Unicode normalisation form C.'),
    size: count('Bytes.'),
    sha256: hex(64, 'SHA-256 of the bytes.'),
    mediaType: text('Media type, from the name.'),
    role: fileRoleSchema,
  }),
  v.readonly(),
  v.description('One file of the release.'),
);

const signatureSchema = v.pipe(
  v.strictObject({
    path: path('Where the signature (checksum list) is.'),
    size: count('Bytes.'),
    sha256: hex(64, 'SHA-256 of the list; two releases are compared by it.'),
    entries: v.pipe(
      v.number(),
      v.safeInteger(),
      v.minValue(1),
      v.description('How many files it covers; never 0.'),
    ),
  }),
  v.readonly(),
  v.description('The signature (checksum list) as it was when the release was verified.'),
);

const totalsSchema = v.pipe(
  v.strictObject({
    files: count('Number of files.'),
    bytes: count('Sum of their sizes in bytes.'),
  }),
  v.readonly(),
  v.description('Totals over the files.'),
);

/** The shape of RELEASE_MANIFEST.json. */
export const releaseManifestSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.pipe(v.literal(1), v.description('Version of this shape.')),
    release: identitySchema,
    signature: signatureSchema,
    files: v.pipe(
      v.array(manifestFileSchema),
      v.minLength(1),
      v.readonly(),
      v.description('Every covered file and the signature itself, sorted by path (code points).'),
    ),
    totals: totalsSchema,
    validation: v.pipe(
      v.strictObject(validationEntries),
      v.readonly(),
      v.description('The outcome of the declared checks.'),
    ),
    tool: v.pipe(
      v.strictObject({
        name: text('Name of the tool that made the manifest.'),
        version: text('Its version.'),
      }),
      v.readonly(),
      v.description('What made the manifest.'),
    ),
  }),
  v.readonly(),
  v.title('Release manifest'),
  v.description(
    'The files of a release with their digests, roles and checks (RELEASE_MANIFEST.json).',
  ),
);

/** Which release this is. `tag`, `commit` and `date` are null where no such tag stands in git. */
export type ReleaseIdentity = v.InferOutput<typeof identitySchema>;
/** What a file is in the release. */
export type FileRole = v.InferOutput<typeof fileRoleSchema>;
/** One file of the release with its media type and role. */
export type ManifestFile = v.InferOutput<typeof manifestFileSchema>;
/** The content of RELEASE_MANIFEST.json; its canonical form (RFC 8785) is what is digested. */
export type ReleaseManifest = v.InferOutput<typeof releaseManifestSchema>;
