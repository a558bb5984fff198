import * as v from 'valibot';
import { levelSchema } from '../deflate/level.js';

const globs = (description: string) =>
  v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.description('A path or a glob over the files of the manifest.'),
      ),
    ),
    v.description(description),
  );
const confined = (value: string) =>
  value === '' ||
  (!/[\\\0:]/.test(value) && value.split('/').every((part) => !['', '.', '..'].includes(part)));

const filesSchema = v.pipe(
  v.strictObject({
    include: globs('Which files of the release are uploaded one by one, by globs; sorted by path.'),
    exclude: v.optional(globs('Which of those are left out.'), []),
  }),
  v.description(
    'The files that are uploaded one by one, instead of the artifacts as they are listed.',
  ),
);

const archiveSchema = v.pipe(
  v.strictObject({
    name: v.pipe(
      v.string(),
      v.regex(/^[^/\\]+\.(zip|tar\.gz|tgz)$/, 'is no file name that ends in .zip, .tar.gz or .tgz'),
      v.description('File name of the archive; its ending says the format. {version} is replaced.'),
    ),
    include: v.optional(
      globs('Which files of the release go into it, by globs; all of them by default.'),
      ['**'],
    ),
    exclude: v.optional(globs('Which of those are left out.'), []),
    folder: v.optional(
      v.pipe(
        v.string(),
        v.check(confined, 'is not a relative folder'),
        v.description('Folder inside the archive for the files. {version} is replaced.'),
      ),
      '',
    ),
    level: v.optional(levelSchema, 6),
  }),
  v.description('One archive, with the same bytes wherever it is made.'),
);

/** How the files of a release are laid out for upload; the manifest and the signature are always single files. */
export const bundleLayoutSchema = v.pipe(
  v.strictObject({
    files: v.exactOptional(filesSchema),
    archive: v.exactOptional(archiveSchema),
  }),
  v.description(
    'How the files of the release are laid out for upload: one by one, in an archive, or both.',
  ),
);

/** A layout with every default filled in. */
export type BundleLayout = v.InferOutput<typeof bundleLayoutSchema>;
/** A layout as a person writes it. */
export type WrittenLayout = v.InferInput<typeof bundleLayoutSchema>;
/** What an archive shall hold. */
export type ArchiveLayout = NonNullable<BundleLayout['archive']>;
