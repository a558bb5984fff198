import type { Finding, Severity } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** Facts that a record needs: the flag that gives each, and what to ask a person. */
const needed = [
  { field: 'title', flag: 'title', question: 'Title of the record' },
  { field: 'version', flag: 'releaseVersion', question: 'Version of the release, as v1.0.0' },
  {
    field: 'creators',
    flag: 'creators',
    question: 'Creators, as "Family, Given (ORCID, affiliation); …"',
  },
  { field: 'description', flag: 'description', question: 'Description' },
  { field: 'license', flag: 'license', question: 'Licence (SPDX id, as MIT or CC-BY-4.0)' },
] as const;

/** A fact that a person can be asked for. */
export type NeededFact = (typeof needed)[number];

/** What the record still needs and does not have. */
export function missingFacts(deposit: DepositMetadata): NeededFact[] {
  return needed.filter(({ field }) => {
    const value = deposit[field];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
}

/** NZ9103 for each missing fact; a licence may be left out, then Zenodo puts CC BY 4.0 in its place. */
export function missingFindings(missing: readonly NeededFact[], severity: Severity): Finding[] {
  return missing.map(({ field, flag }) => ({
    code: 'NZ9103',
    severity: field === 'license' ? 'warning' : severity,
    message:
      field === 'license'
        ? 'Nothing says the licence; Zenodo would publish under CC BY 4.0 (a dataset under CC0).'
        : `Nothing says the ${field} of the record.`,
    cure: `Give it with --${flag}, or write it into zenodo.metadata.json.`,
    place: { file: 'zenodo.metadata.json', field },
  }));
}
