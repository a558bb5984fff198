import type { DepositMetadata, RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { DocumentPath } from '../document/placed-document.js';

const TOP: Readonly<Record<string, string>> = {
  resource_type: 'upload_type',
  subjects: 'keywords',
  rights: 'license',
  languages: 'language',
  publisher: 'imprint_publisher',
  funding: 'grants',
  identifiers: 'related_identifiers',
  alternate_identifiers: 'related_identifiers',
};

type Steps = readonly string[];

function personPath(list: string, index: number, rest: Steps, stored: RdmMetadata): DocumentPath {
  const people = list === 'creators' ? stored.creators : stored.contributors;
  if (rest[0] === 'role') return [list, index, 'type'];
  if (rest[0] === 'affiliations') return [list, index, 'affiliation'];
  if (rest[1] !== 'identifiers') return [list, index, 'name'];
  const scheme = people?.[index]?.person_or_org?.identifiers?.[Number(rest[2])]?.scheme;
  return [list, index, scheme ?? 'orcid'];
}

function contributorPath(
  index: number,
  rest: Steps,
  sent: DepositMetadata,
  stored: RdmMetadata,
): DocumentPath {
  const supervisors = sent.thesis_supervisors?.length ?? 0;
  if (index < supervisors) return ['thesis_supervisors', index];
  const [list, , ...more] = personPath('contributors', index, rest, stored);
  return [list ?? 'contributors', index - supervisors, ...more.slice(-1)];
}

/**
 * Where a field that Zenodo names stands in the deposit metadata: its save errors use the same names, its
 * publish errors those of InvenioRDM.
 */
export function legacyPath(
  field: string,
  sent: DepositMetadata,
  stored: RdmMetadata,
): DocumentPath {
  if (field === '_schema') return ['access_right'];
  if (field.startsWith('access.embargo')) return ['embargo_date'];
  const [top = '', at, ...rest] = field.replace(/^metadata\./, '').split('.');
  const index = at !== undefined && /^\d+$/.test(at) ? Number(at) : null;
  if (top === 'creators' && index !== null) return personPath('creators', index, rest, stored);
  if (top === 'contributors' && index !== null) return contributorPath(index, rest, sent, stored);
  if (top === 'additional_descriptions') {
    const type = stored.additional_descriptions?.[index ?? 0]?.type?.id;
    return [type === 'methods' ? 'method' : 'notes'];
  }
  if (top === 'locations')
    return ['locations', ...(rest[0] === undefined ? [] : [Number(rest[0])])];
  const legacy = TOP[top] ?? top;
  const scalar = ['license', 'language', 'upload_type', 'imprint_publisher'].includes(legacy);
  return scalar || index === null ? [legacy] : [legacy, index];
}
