import { legacyContributorType } from '@nx-zenodo/zenodo-api';
import type { RdmCreator } from '@nx-zenodo/zenodo-api';
import type { ContributorView, PersonView } from '../view/person-view.js';
import { present } from './present.js';

/** A creator as Zenodo shows one: `Family, Given`, or the name of the organisation. */
export function viewPerson({ person_or_org: person, affiliations }: RdmCreator): PersonView {
  const parts = [person?.family_name, person?.given_name].filter((part) => part !== undefined);
  const identifierOf = (wanted: string) =>
    person?.identifiers?.find(({ scheme }) => scheme === wanted)?.identifier;
  return {
    name: person?.name ?? parts.join(', '),
    affiliations: affiliations?.flatMap(({ name, id }) => name ?? id ?? []) ?? [],
    ...present({ orcid: identifierOf('orcid'), gnd: identifierOf('gnd') }),
  };
}

/** A contributor; the role in words (`DataCurator` is `Data curator`). */
export function viewContributor(contributor: RdmCreator): ContributorView {
  const id = contributor.role?.id ?? 'other';
  const words = (legacyContributorType(id) ?? id).replace(
    /(?!^)[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  return { ...viewPerson(contributor), role: words.charAt(0).toUpperCase() + words.slice(1) };
}
