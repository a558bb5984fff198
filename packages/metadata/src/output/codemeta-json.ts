import { resourceType } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import { plainText } from '../text/plain-text.js';
import { orcidUrl, personParts } from './person-parts.js';
import { repositoryUrl } from './repository.js';
import { spdxLicense } from './spdx-license.js';

function toPerson(person: DepositPerson): Record<string, unknown> {
  const parts = personParts(person);
  const { affiliation } = person;
  return {
    type: parts.kind === 'person' ? 'Person' : 'Organization',
    ...(person.orcid === undefined ? {} : { id: orcidUrl(person.orcid) }),
    ...(parts.kind === 'person'
      ? { familyName: parts.family, givenName: parts.given }
      : { name: parts.name }),
    ...(affiliation === undefined
      ? {}
      : { affiliation: { type: 'Organization', name: affiliation } }),
  };
}

/** The facts of codemeta.json 3.0. */
export function codemetaFacts(
  deposit: DepositMetadata,
  doi: string | null,
): Record<string, unknown> {
  const {
    version,
    publication_date: date,
    description,
    keywords = [],
    contributors = [],
  } = deposit;
  const license = spdxLicense(deposit.license);
  const repository = repositoryUrl(deposit);
  return {
    name: deposit.title ?? '',
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { datePublished: date }),
    ...(license === undefined ? {} : { license: `https://spdx.org/licenses/${license}` }),
    ...(doi === null ? {} : { identifier: `https://doi.org/${doi}` }),
    ...(repository === undefined ? {} : { codeRepository: repository }),
    ...(description === undefined ? {} : { description: plainText(description) }),
    ...(keywords.length === 0 ? {} : { keywords }),
    author: (deposit.creators ?? []).map(toPerson),
    ...(contributors.length === 0 ? {} : { contributor: contributors.map(toPerson) }),
  };
}

/** codemeta.json 3.0 of a release. */
export function formatCodemeta(deposit: DepositMetadata, doi: string | null): string {
  const type = resourceType(deposit.upload_type ?? 'software')?.schemaOrg ?? 'SoftwareSourceCode';
  const head = { '@context': 'https://w3id.org/codemeta/3.0', type };
  return `${JSON.stringify({ ...head, ...codemetaFacts(deposit, doi) }, null, 2)}\n`;
}
