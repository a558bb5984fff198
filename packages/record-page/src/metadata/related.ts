import { legacyRelation, resourceType } from '@nx-zenodo/zenodo-api';
import type { RdmIdentifier, RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { RelatedIdentifierView } from '../view/record-view.js';
import { present } from './present.js';

// Resolvers of the schemes that Zenodo turns into links; the identifier stands where the star is.
const resolvers: Readonly<Record<string, string>> = {
  doi: 'https://doi.org/*',
  arxiv: 'https://arxiv.org/abs/*',
  handle: 'https://hdl.handle.net/*',
  pmid: 'https://pubmed.ncbi.nlm.nih.gov/*',
  swh: 'https://archive.softwareheritage.org/*',
  ark: 'https://n2t.net/*',
  url: '*',
  purl: '*',
  w3id: '*',
};

function address(identifier: string, scheme: string | undefined): string | undefined {
  return resolvers[scheme ?? '']?.replace('*', () => identifier.replace(/^arxiv:/i, ''));
}

function viewIdentifier({ identifier = '', scheme }: RdmIdentifier) {
  return { identifier, ...present({ scheme, url: address(identifier, scheme) }) };
}

/** Related works, then the other identifiers of the record itself, as the deposit API orders them. */
export function viewRelated(metadata: RdmMetadata): readonly RelatedIdentifierView[] {
  const related = (metadata.related_identifiers ?? []).map((entry) => ({
    relation: legacyRelation(entry.relation_type?.id ?? '') ?? entry.relation_type?.id ?? 'other',
    ...viewIdentifier(entry),
    ...present({ resourceType: resourceType(entry.resource_type?.id ?? '')?.title }),
  }));
  const alternate = (metadata.identifiers ?? []).map((entry) => ({
    relation: 'isAlternateIdentifier',
    ...viewIdentifier(entry),
  }));
  return [...related, ...alternate];
}
