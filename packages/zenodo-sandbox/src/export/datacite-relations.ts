import { legacyRelation, resourceType } from '@nx-zenodo/zenodo-api';
import type { DataCiteDocument, DataCiteRelation } from './datacite-document.js';
import type { Exported } from './exported.js';

/** DataCite's names of schemes where capitals do not make them (invenio-rdm-records, config.py). */
const schemeNames: Readonly<Record<string, string>> = {
  ads: 'bibcode',
  arxiv: 'arXiv',
  crossreffunderid: 'Crossref Funder ID',
  handle: 'Handle',
  other: 'Other',
  w3id: 'w3id',
};

/** DataCite's types of related identifiers (DataCiteSchema, RELATED_IDENTIFIER_SCHEMES); others are not told. */
const related = new Set(
  'ark arxiv bibcode doi ean13 eissn handle igsn isbn issn istc lissn pmid purl upc url urn w3id'.split(
    ' ',
  ),
);

const schemeName = (scheme = 'url'): string => schemeNames[scheme] ?? scheme.toUpperCase();

/** The address of its page and the identifier for harvesters, then what its depositor told. */
export function alternateIdentifiers({
  version,
  shown,
  site,
}: Exported): DataCiteDocument['alternateIdentifiers'] {
  const own = [
    ['URL', `${site}/records/${version.id}`],
    ['oai', shown.content.pids.oai?.identifier],
  ] as const;
  const told = (shown.content.metadata.identifiers ?? []).map(
    ({ scheme, identifier }) => [schemeName(scheme), identifier] as const,
  );
  return [...own, ...told].flatMap(([alternateIdentifierType, alternateIdentifier]) =>
    alternateIdentifier === undefined ? [] : [{ alternateIdentifier, alternateIdentifierType }],
  );
}

/** What is related to it, the concept that it is a version of, and the communities that it is part of. */
export function relatedIdentifiers({ world, version, shown, site }: Exported): DataCiteRelation[] {
  const told = (shown.content.metadata.related_identifiers ?? []).flatMap((entry) => {
    const relatedIdentifierType = schemeName(entry.scheme);
    if (!related.has(relatedIdentifierType.toLowerCase())) return [];
    const general = resourceType(entry.resource_type?.id ?? '')?.dataciteGeneral;
    return [
      {
        relatedIdentifier: entry.identifier ?? '',
        relatedIdentifierType,
        relationType: relationName(entry.relation_type?.id ?? ''),
        ...(general === undefined ? {} : { resourceTypeGeneral: general }),
      },
    ];
  });
  const concept = world.concept(version.concept);
  const above = [
    ...(concept?.doi === undefined ? [] : [['DOI', 'IsVersionOf', concept.doi]]),
    ...(concept?.communities ?? []).map((slug) => ['URL', 'IsPartOf', communityUrl(site, slug)]),
  ].map(([relatedIdentifierType = '', relationType = '', relatedIdentifier = '']) => ({
    relatedIdentifier,
    relatedIdentifierType,
    relationType,
  }));
  return [...told, ...above];
}

const communityUrl = (site: string, slug: string) =>
  `${site}/communities/${encodeURIComponent(slug)}`;

// The names are Zenodo's, with a capital: isCitedBy, IsCitedBy.
function relationName(id: string): string {
  const name = legacyRelation(id) ?? id;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
