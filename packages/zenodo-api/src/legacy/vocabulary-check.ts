import { isContributorRole } from '../vocabularies/contributor-types.js';
import { isDateType } from '../vocabularies/date-types.js';
import { isLanguage } from '../vocabularies/languages.js';
import { isLicenseId } from '../vocabularies/licenses.js';
import { isRelationType } from '../vocabularies/relation-types.js';
import { depositableAs, isLinkableResourceType } from '../vocabularies/resource-types.js';
import { isRor } from '../identifiers/schemes.js';
import type { RdmMetadata } from './rdm-metadata.js';

/** An id that its vocabulary does not hold: nothing is saved and Zenodo answers 400. */
export interface UnknownId {
  /** Dotted path below `metadata`. */
  readonly field: string;
  readonly id: string;
  readonly vocabulary: string;
  /** The text of Zenodo's answer. */
  readonly message: string;
}

const DESCRIPTION_TYPES = new Set(
  'abstract methods series-information table-of-contents technical-info notes other'.split(' '),
);

type Found = readonly [
  field: string,
  id: string | undefined,
  vocabulary: string,
  test: (id: string) => boolean,
];

function peopleRoles(metadata: RdmMetadata): Found[] {
  return (metadata.contributors ?? []).map(
    ({ role }, i) =>
      [`contributors.${i}.role`, role?.id, 'contributorsroles', isContributorRole] as const,
  );
}

function relatedIds(metadata: RdmMetadata): Found[] {
  return (metadata.related_identifiers ?? []).flatMap(({ relation_type, resource_type }, i) => [
    [`related_identifiers.${i}.relation_type`, relation_type?.id, 'relationtypes', isRelationType],
    [
      `related_identifiers.${i}.resource_type`,
      resource_type?.id,
      'resourcetypes[linkable]',
      isLinkableResourceType,
    ],
  ]);
}

function references(metadata: RdmMetadata): Found[] {
  return [
    ...peopleRoles(metadata),
    ...relatedIds(metadata),
    ...(metadata.rights ?? []).map(({ id }, i): Found => [
      `rights.${i}`,
      id,
      'licenses',
      isLicenseId,
    ]),
    ...(metadata.languages ?? []).map(({ id }, i): Found => [
      `languages.${i}`,
      id,
      'languages',
      isLanguage,
    ]),
    ...(metadata.dates ?? []).map(({ type }, i): Found => [
      `dates.${i}.type`,
      type?.id,
      'datetypes',
      isDateType,
    ]),
    ...(metadata.additional_descriptions ?? []).map(({ type }, i): Found => [
      `additional_descriptions.${i}.type`,
      type?.id,
      'descriptiontypes',
      (id) => DESCRIPTION_TYPES.has(id),
    ]),
    ...(metadata.funding ?? []).map(({ funder }, i): Found => [
      `funding.${i}.funder`,
      funder?.id,
      'funders',
      isRor,
    ]),
  ];
}

/** Ids of a draft that no vocabulary of Zenodo holds. Award ids are not checked: their list is not public. */
export function unknownIds(metadata: RdmMetadata): readonly UnknownId[] {
  const found: UnknownId[] = [];
  const type = metadata.resource_type?.id;
  const depositable = type === undefined ? 'yes' : depositableAs(type);
  if (type !== undefined && depositable !== 'yes') {
    const message = depositable === 'unknown' ? `Invalid value ${type}.` : 'Not a valid value.';
    found.push({
      field: 'resource_type',
      id: type,
      vocabulary: 'resourcetypes[depositable]',
      message,
    });
  }
  for (const [field, id, vocabulary, test] of references(metadata)) {
    if (id !== undefined && !test(id)) {
      found.push({ field, id, vocabulary, message: `Invalid value ${id}.` });
    }
  }
  return found;
}
