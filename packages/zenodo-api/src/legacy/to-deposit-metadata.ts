import { legacyContributorType } from '../vocabularies/contributor-types.js';
import { isCustomField } from '../vocabularies/custom-fields.js';
import { funderByRor } from '../vocabularies/funders.js';
import { legacyLicenseSpelling } from '../vocabularies/licenses.js';
import { ALTERNATE_IDENTIFIER, legacyRelation } from '../vocabularies/relation-types.js';
import type { DepositMetadata, DepositPerson } from './deposit-metadata.js';
import type { DepositDraft } from './deposit-draft.js';
import { isObject, ownValue } from './dynamic-value.js';
import { CUSTOM_FIELD_MEMBERS } from './load-custom-fields.js';
import type { RdmCreator, RdmMetadata } from './rdm-metadata.js';

/** What the answer needs beside the draft. */
export interface SerializedIds {
  readonly recid: number;
  /** The DOI that the draft or record has, or null. */
  readonly doi: string | null;
}

type Part = Partial<Record<keyof DepositMetadata, unknown>>;

const some = <T>(key: keyof DepositMetadata, list: readonly T[] | undefined): Part =>
  list === undefined || list.length === 0 ? {} : { [key]: list };
const given = (key: keyof DepositMetadata, value: unknown): Part =>
  value === undefined ? {} : { [key]: value };

function toPerson(person: RdmCreator): DepositPerson {
  const { family_name, given_name, name, identifiers = [] } = person.person_or_org ?? {};
  const of = (scheme: string) => identifiers.find((entry) => entry.scheme === scheme)?.identifier;
  const composed = [family_name, given_name].filter(Boolean).join(', ');
  const [affiliation, orcid, gnd] = [person.affiliations?.[0]?.name, of('orcid'), of('gnd')];
  return {
    name: composed === '' ? (name ?? '') : composed,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(orcid === undefined ? {} : { orcid }),
    ...(gnd === undefined ? {} : { gnd }),
  };
}

function toContributor(person: RdmCreator): DepositPerson & { type?: string } {
  const type = legacyContributorType(person.role?.id ?? '');
  return { ...toPerson(person), ...(type === null ? {} : { type }) };
}

function resourceType(metadata: RdmMetadata): Part {
  const [type, subtype] = (metadata.resource_type?.id ?? '').split('-');
  if (type === undefined || type === '') return {};
  return { upload_type: type, ...(subtype === undefined ? {} : { [`${type}_type`]: subtype }) };
}

function identifiers(metadata: RdmMetadata): Part {
  const related = (metadata.related_identifiers ?? []).flatMap((entry) => {
    const relation = legacyRelation(entry.relation_type?.id ?? '');
    if (relation === null) return [];
    const type = entry.resource_type?.id;
    const { identifier, scheme } = entry;
    return [
      { identifier, relation, ...(type === undefined ? {} : { resource_type: type }), scheme },
    ];
  });
  const alternates = (metadata.identifiers ?? []).map(({ identifier, scheme }) => ({
    identifier,
    relation: ALTERNATE_IDENTIFIER,
    scheme,
  }));
  return some('related_identifiers', [...related, ...alternates]);
}

function descriptions(metadata: RdmMetadata): Part {
  const all = metadata.additional_descriptions ?? [];
  const notes = all.find(({ type }) => type?.id === 'notes')?.description;
  const method = all.findLast(({ type }) => type?.id === 'methods')?.description;
  return { ...given('notes', notes), ...given('method', method) };
}

function dates(metadata: RdmMetadata): Part {
  const entries = (metadata.dates ?? []).map(({ date = '', type, description }) => {
    // A single date comes back without its value: Zenodo's serializer only knows intervals.
    const [start, end] = date.split('/');
    return {
      type: type?.id,
      ...(end === undefined ? {} : { start, end }),
      ...(description === undefined ? {} : { description }),
    };
  });
  return some('dates', entries);
}

function locations(metadata: RdmMetadata): Part {
  const entries = (metadata.locations?.features ?? []).map(({ place, description, geometry }) => {
    const point =
      geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
    const [lon, lat] = point as unknown[];
    return {
      place,
      ...(description === undefined ? {} : { description }),
      ...(lon === undefined ? {} : { lon, lat }),
    };
  });
  return some('locations', entries);
}

function grants(metadata: RdmMetadata): Part {
  const entries = (metadata.funding ?? []).flatMap(({ funder, award }) => {
    if (funder?.id === undefined || award?.id === undefined) return [];
    const code = award.id.slice(award.id.indexOf('::') + 2);
    return [{ id: `${funderByRor(funder.id)?.doi ?? funder.id}::${code}` }];
  });
  return some('grants', entries);
}

function access({ access: { files, embargo } }: Pick<DepositDraft, 'access'>): Part {
  if (embargo?.active) return { access_right: 'embargoed', embargo_date: embargo.until };
  return { access_right: files === 'public' ? 'open' : 'restricted' };
}

function customFields({ customFields: fields }: Pick<DepositDraft, 'customFields'>): Part {
  const result: Part = {};
  for (const [name, renaming] of Object.entries(CUSTOM_FIELD_MEMBERS)) {
    const value = ownValue(fields, name);
    for (const [legacy, member] of isObject(value) ? renaming : []) {
      const text = isObject(value) ? ownValue(value, member) : undefined;
      Object.assign(result, given(legacy as keyof DepositMetadata, text));
    }
  }
  const thesis = ownValue(fields, 'thesis:thesis');
  const university = isObject(thesis) ? ownValue(thesis, 'university') : undefined;
  const custom = Object.entries(fields).filter(([key]) => isCustomField(key));
  const slugs = ownValue(fields, 'legacy:communities');
  const subjects = ownValue(fields, 'legacy:subjects');
  return {
    ...result,
    ...given('thesis_university', university),
    ...some('subjects', Array.isArray(subjects) ? subjects : []),
    ...some(
      'communities',
      Array.isArray(slugs) ? slugs.map((identifier: unknown) => ({ identifier })) : [],
    ),
    ...(custom.length === 0 ? {} : { custom: Object.fromEntries(custom) }),
  };
}

/** `metadata` as the deposit API answers it: its spelling of licences, relations, roles and names. */
export function toDepositMetadata(
  draft: Pick<DepositDraft, 'metadata' | 'customFields' | 'access'>,
  { recid, doi }: SerializedIds,
): DepositMetadata {
  const { metadata } = draft;
  const license = metadata.rights?.[0]?.id;
  const keywords = (metadata.subjects ?? []).flatMap(({ id, subject }) =>
    id === undefined && subject !== undefined ? [subject] : [],
  );
  const references = (metadata.references ?? []).map(({ reference }) => reference);
  return {
    ...given('title', metadata.title),
    ...(doi === null ? {} : { doi }),
    ...given('publication_date', metadata.publication_date),
    ...given('description', metadata.description),
    ...access(draft),
    ...some('creators', metadata.creators?.map(toPerson)),
    ...some('contributors', metadata.contributors?.map(toContributor)),
    ...some('keywords', keywords),
    ...some('references', references),
    ...identifiers(metadata),
    ...given('version', metadata.version),
    ...given('language', metadata.languages?.[0]?.id),
    ...locations(metadata),
    ...dates(metadata),
    ...descriptions(metadata),
    ...grants(metadata),
    ...(license === undefined ? {} : { license: legacyLicenseSpelling(license) }),
    ...given('imprint_publisher', metadata.publisher),
    ...resourceType(metadata),
    ...customFields(draft),
    // Always the production prefix, also on the sandbox and after publishing.
    prereserve_doi: { doi: `10.5281/zenodo.${recid}`, recid },
  } as DepositMetadata;
}
