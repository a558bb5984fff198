import { resourceType, type RdmCreator } from '@nx-zenodo/zenodo-api';
import { doiUrl } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';
import type { DataCiteFunding } from './datacite-document.js';
import { fundingOf } from './datacite-parts.js';
import { plainText } from './plain-text.js';

/** A record in the Citation Style Language's JSON. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly { family?: string; given?: string; literal?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly publisher?: string;
  readonly version?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly abstract?: string;
  readonly language?: string;
}

/**
 * `application/vnd.citationstyles.csl+json` of a record: an organisation has a family name there, the
 * address is not told, and the first funder is (invenio-rdm-records, CSLJSONSchema).
 */
export function formatCslJson(version: Version, shown: Revision): object {
  const { author, ...item } = toCslJson(version, shown);
  const [funding] = fundingOf(shown.content.metadata);
  return {
    ...item,
    URL: undefined,
    author: author.map(({ literal, ...name }) =>
      literal === undefined ? name : { family: literal },
    ),
    ...(funding === undefined ? {} : { note: fundedBy(funding) }),
  };
}

function fundedBy({ funderName, funderIdentifier }: DataCiteFunding): string {
  const identifier = funderIdentifier === undefined ? '' : ` ROR ${funderIdentifier}.`;
  return `Funding by ${funderName}${identifier}`;
}

/** A record as a citation style takes it. */
export function toCslJson(version: Version, { content }: Revision): CslItem {
  const { metadata, pids } = content;
  const doi = pids.doi?.identifier;
  const parts = (metadata.publication_date ?? '')
    .split('/')
    .filter((date) => /^\d{4}(-\d{2}){0,2}$/.test(date))
    .map((date) => date.split('-').map(Number));
  return {
    id: String(version.id),
    type: resourceType(metadata.resource_type?.id ?? '')?.csl ?? 'document',
    title: metadata.title ?? '',
    author: (metadata.creators ?? []).map(toCslName),
    ...(parts.length === 0 ? {} : { issued: { 'date-parts': parts } }),
    ...(metadata.publisher === undefined ? {} : { publisher: metadata.publisher }),
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    ...(doi === undefined ? {} : { DOI: doi, URL: doiUrl(doi) }),
    ...(metadata.description === undefined ? {} : { abstract: plainText(metadata.description) }),
    ...(metadata.languages?.[0]?.id === undefined ? {} : { language: metadata.languages[0].id }),
  };
}

function toCslName({ person_or_org: person }: RdmCreator) {
  const { type, family_name, given_name, name } = person ?? {};
  if (type === 'organizational' || family_name === undefined) {
    return { literal: name ?? family_name ?? '' };
  }
  return { family: family_name, ...(given_name === undefined ? {} : { given: given_name }) };
}
