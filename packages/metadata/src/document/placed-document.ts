import type { Place } from '@nx-zenodo/findings';

/** Keys and indexes that lead to a value. */
export type DocumentPath = readonly (string | number)[];

/** Of a member: its name, or what stands behind it. */
export type MemberPart = 'key' | 'value';

/** A file's value with the place of each of its parts. */
export interface PlacedDocument {
  readonly file: string;
  readonly value: unknown;
  /** The place of a value, unless of its key; of the nearest thing around it where it does not exist. */
  readonly place: (path: DocumentPath, part?: MemberPart) => Place;
}

/** How messages name the part that stands there: its path below the metadata, as it was written. */
export function partName(document: PlacedDocument, base: DocumentPath, path: DocumentPath): string {
  const { field } = document.place([...base, ...path]);
  return (field ?? path.join('.')).replace(/^metadata\./, '');
}
