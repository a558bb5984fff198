import * as v from 'valibot';

/** How hard to compress. */
export const levelSchema = v.pipe(
  v.picklist([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  v.description('Compression level: 0 stores, 1 is fastest, 9 is smallest, 6 is usual.'),
);
/** 0 stores, 1 is fastest, 9 is smallest. */
export type Level = v.InferOutput<typeof levelSchema>;
/** A level that compresses at all. */
export type Effort = Exclude<Level, 0>;
