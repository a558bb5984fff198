import type { DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import { plainText } from '../text/plain-text.js';
import { orcidUrl, personParts } from './person-parts.js';
import { repositoryUrl } from './repository.js';
import { spdxLicense } from './spdx-license.js';

const MESSAGE = 'If you use this software, please cite it using these metadata.';

/** An author of CITATION.cff 1.2.0. */
export function cffAuthor(person: DepositPerson): Readonly<Record<string, string>> {
  const parts = personParts(person);
  return {
    ...(parts.kind === 'person'
      ? { 'family-names': parts.family, 'given-names': parts.given }
      : { name: parts.name }),
    ...(person.affiliation === undefined || parts.kind !== 'person'
      ? {}
      : { affiliation: person.affiliation }),
    ...(person.orcid === undefined ? {} : { orcid: orcidUrl(person.orcid) }),
  };
}

/** The facts that CITATION.cff 1.2.0 can hold; a date only where it is a day. */
export function citationFacts(
  deposit: DepositMetadata,
  doi: string | null,
): Record<string, unknown> {
  const { description, version, publication_date: date, keywords = [] } = deposit;
  const license = spdxLicense(deposit.license);
  const repository = repositoryUrl(deposit);
  return {
    title: deposit.title ?? '',
    ...(version === undefined ? {} : { version }),
    ...(date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? { 'date-released': date } : {}),
    ...(license === undefined ? {} : { license }),
    ...(doi === null ? {} : { doi }),
    ...(repository === undefined ? {} : { 'repository-code': repository }),
    ...(description === undefined ? {} : { abstract: plainText(description) }),
    ...(keywords.length === 0 ? {} : { keywords }),
    authors: (deposit.creators ?? []).map(cffAuthor),
  };
}

/**
 * CITATION.cff 1.2.0 of a release. Strings that YAML 1.1 would read as something else (dates apart) are quoted,
 * so that Zenodo's parser reads what stands here.
 */
export async function formatCitationCff(
  deposit: DepositMetadata,
  doi: string | null,
): Promise<string> {
  // Loads slowly, and only those who write YAML need it.
  const { Document } = await import('yaml');
  const type = deposit.upload_type === 'dataset' ? 'dataset' : 'software';
  const facts = { 'cff-version': '1.2.0', message: MESSAGE, type, ...citationFacts(deposit, doi) };
  const document = new Document(facts, { version: '1.1' });
  return document.toString({ lineWidth: 100, directives: false });
}
