import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { FieldOrigin } from '../release-metadata.js';
import type { Merged } from '../resolve/merge-statements.js';

/** Another record that this one belongs to or holds, by its DOI. */
export interface RecordRelation {
  /** A relation of the deposit API, such as `isPartOf` or `hasPart`. */
  readonly relation: string;
  /** Bare DOI. */
  readonly doi: string;
  /** Where the DOI was found, as a person is told it. */
  readonly source: string;
}

type Related = NonNullable<DepositMetadata['related_identifiers']>[number];

const bareDoi = (identifier: string): string =>
  identifier.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '').toLowerCase();

/** Adds relations behind the related identifiers that files state; one that stands there already is not repeated. */
export function addRelations(merged: Merged, relations: readonly RecordRelation[]): Merged {
  const stated = merged.deposit.related_identifiers ?? [];
  const key = (relation: string, identifier: string) => `${relation} ${bareDoi(identifier)}`;
  const known = new Set(stated.map(({ relation, identifier }) => key(relation, identifier)));
  const added = relations.filter(({ relation, doi }) => {
    const isNew = !known.has(key(relation, doi));
    known.add(key(relation, doi));
    return isNew;
  });
  if (added.length === 0) return merged;
  const entries = added.map(({ relation, doi }): Related => ({ identifier: doi, relation }));
  const origin = (found: FieldOrigin | undefined): FieldOrigin => {
    const sources = [...new Set(added.map(({ source }) => source))].join(', ');
    return found === undefined
      ? { field: 'related_identifiers', source: sources, line: null, rule: 'relations', lost: [] }
      : { ...found, rule: `${found.rule}, with relations of ${sources}` };
  };
  const before = merged.origins.filter(({ field }) => field !== 'related_identifiers');
  const stood = merged.origins.find(({ field }) => field === 'related_identifiers');
  return {
    ...merged,
    deposit: { ...merged.deposit, related_identifiers: [...stated, ...entries] },
    origins: [...before, origin(stood)],
  };
}
