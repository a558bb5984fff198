import * as v from 'valibot';

const climbing = /^(?:\.|(?:\.\.\/)*(?:\.\.|[^./\\:][^/\\:]*(?:\/[^./\\:][^/\\:]*)*))$/;

/** Another release of the workspace, or any record, that this one belongs to or holds. */
const relationSchema = v.pipe(
  v.union(
    [
      v.strictObject({
        relation: v.pipe(
          v.picklist(['isPartOf', 'hasPart']),
          v.description('isPartOf: it belongs to the other. hasPart: it holds the other.'),
        ),
        doi: v.pipe(
          v.string(),
          v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a bare DOI'),
          v.description('DOI of the other; the concept DOI stays true when it has new versions'),
        ),
      }),
      v.strictObject({
        relation: v.picklist(['isPartOf', 'hasPart']),
        release: v.pipe(
          v.string(),
          v.regex(climbing, 'must be a folder, relative to this one, written with "/"'),
          v.description(
            'Folder of the other release, relative to this one, for example ../core; its concept DOI is taken from its configuration or its production receipts',
          ),
        ),
      }),
    ],
    'must have `relation` and either `doi` or `release`',
  ),
  v.description('A relation to another record'),
);

/** Records that a release is part of or holds. */
export const relationsSchema = v.pipe(
  v.array(relationSchema),
  v.description(
    'Records that this one is part of or contains, besides the related identifiers of the metadata',
  ),
);

/** One configured relation. */
export type WrittenRelation = v.InferOutput<typeof relationSchema>;
