import * as v from 'valibot';
import { levelSchema } from './deflate/level.js';

const hex = (digits: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-f]{${digits}}$`), `is not ${digits} lower-case hex digits`),
  );
const text = v.pipe(v.string(), v.minLength(1));

const bundleEntrySchema = v.pipe(
  v.strictObject({
    key: text,
    path: text,
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    sha256: hex(64),
    md5: hex(32),
  }),
  v.readonly(),
);

const archiveRecipeSchema = v.pipe(
  v.strictObject({
    key: text,
    format: v.picklist(['zip', 'tar.gz']),
    level: levelSchema,
    folder: v.string(),
    modifiedAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    paths: v.pipe(v.array(text), v.minLength(1), v.readonly()),
  }),
  v.readonly(),
);

/** The shape of bundle.json. */
export const bundleSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(1),
    signatureSha256: hex(64),
    manifestSha256: hex(64),
    metadataSha256: hex(64),
    entries: v.pipe(v.array(bundleEntrySchema), v.minLength(1), v.readonly()),
    archive: v.exactOptional(archiveRecipeSchema),
  }),
  v.readonly(),
);

/**
 * One file of the upload set. `key`: file name on Zenodo, one path segment, at most 255 characters, unique in
 * the bundle. `path`: where its bytes are, POSIX, relative to the release root. `size`: bytes. `md5`: only for
 * comparing with Zenodo's answer, never for trust.
 */
export type BundleEntry = v.InferOutput<typeof bundleEntrySchema>;

/**
 * How the archive of a bundle was made, so that it can be made again: `key` of its entry, `folder` inside it
 * that holds the files ('' for none), `modifiedAt` in whole seconds since 1970, `paths` of the manifest.
 */
export type ArchiveRecipe = v.InferOutput<typeof archiveRecipeSchema>;

/**
 * What is uploaded, bound to the manifest and the metadata it was made for. `signatureSha256` is the digest of
 * the signature (checksum list): releases are compared by it. `manifestSha256` and `metadataSha256` are of the
 * canonical bytes. `entries` are in upload order; `archive` is there when one of them
 * is an archive.
 */
export type Bundle = v.InferOutput<typeof bundleSchema>;
