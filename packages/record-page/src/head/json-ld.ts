import { plainText } from '../html/rich-text.js';
import { safeUrl } from '../html/url.js';
import type { DoiView } from '../view/doi-view.js';
import type { PersonView } from '../view/person-view.js';
import type { RecordView } from '../view/record-view.js';
import { languageTag } from '../words/language.js';
import { orcidUrl } from '../words/orcid.js';
import { schemaType } from './schema-type.js';

type Json = Readonly<Record<string, unknown>>;

const doiUrl = (doi: DoiView | undefined) =>
  doi === undefined ? undefined : `https://doi.org/${doi.value}`;

function person(view: PersonView): Json {
  const [familyName, givenName, ...more] = view.name.split(',').map((part) => part.trim());
  const isPerson = givenName !== undefined && more.length === 0;
  const orcid = view.orcid === undefined ? null : orcidUrl(view.orcid);
  return {
    '@type': 'Person',
    ...(orcid === null ? {} : { '@id': orcid }),
    name: view.name,
    ...(isPerson ? { familyName, givenName } : {}),
    affiliation: view.affiliations?.map((name) => ({ '@type': 'Organization', name })),
  };
}

const someOf = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);

/**
 * The schema.org document of a record (schema.org CreativeWork and the class of its resource type).
 * Members without a value are undefined, which JSON leaves out.
 */
export function buildJsonLd(record: RecordView): Json {
  const { description, licences, language } = record;
  return {
    '@context': 'https://schema.org',
    '@type': schemaType(record.resourceType.id),
    '@id': doiUrl(record.doi) ?? safeUrl(record.url) ?? undefined,
    identifier: doiUrl(record.doi),
    url: safeUrl(record.url) ?? undefined,
    name: record.title,
    author: someOf(record.creators.map(person)),
    contributor: someOf(record.contributors.map(person)),
    publisher: { '@type': 'Organization', name: record.publisher ?? 'Zenodo' },
    datePublished: record.publicationDate,
    dateCreated: record.created,
    dateModified: record.updated,
    version: record.version,
    description: description === undefined ? undefined : plainText(description),
    license: someOf(licences.map(({ id, url }) => url ?? id)),
    keywords: someOf(record.keywords)?.join(', '),
    inLanguage: (language === undefined ? null : languageTag(language)) ?? undefined,
    isAccessibleForFree: record.access.right === 'open',
    isPartOf: doiUrl(record.conceptDoi),
    distribution: someOf(record.files.map(distribution)),
  };
}

function distribution(file: RecordView['files'][number]): Json {
  return {
    '@type': 'DataDownload',
    name: file.key,
    ...(file.size === undefined ? {} : { contentSize: `${file.size} B` }),
    contentUrl: file.downloadUrl,
    sha256: file.sha256,
  };
}
