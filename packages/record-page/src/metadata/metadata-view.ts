import { funderByRor, resourceType } from '@nx-zenodo/zenodo-api';
import type { DepositDraft, RdmAccess, RdmFunding, RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { AccessView, FundingView, RecordView } from '../view/record-view.js';
import { viewFacts } from './facts.js';
import { viewLicence } from './licence.js';
import { viewContributor, viewPerson } from './people.js';
import { present } from './present.js';
import { viewRelated } from './related.js';

/** The part of a record's view that its metadata say; files, versions, DOIs and links come from elsewhere. */
export type MetadataView = Pick<
  RecordView,
  | 'title'
  | 'version'
  | 'publicationDate'
  | 'resourceType'
  | 'publisher'
  | 'creators'
  | 'contributors'
  | 'description'
  | 'notes'
  | 'method'
  | 'licences'
  | 'keywords'
  | 'relatedIdentifiers'
  | 'funding'
  | 'access'
  | 'language'
  | 'references'
  | 'facts'
>;

function viewFunding({ funder, award }: RdmFunding): FundingView {
  const known = funderByRor(funder?.id ?? '');
  const number = award?.number ?? award?.id?.split('::').at(-1);
  return {
    funder: funder?.name ?? known?.acronym ?? funder?.id ?? 'Unknown funder',
    ...present({ award: award?.title?.['en'], number }),
  };
}

function viewAccess({ files, embargo }: RdmAccess): AccessView {
  if (embargo?.active === true) return { right: 'embargoed', embargoUntil: embargo.until };
  return { right: files === 'public' ? 'open' : 'restricted' };
}

// Zenodo keeps notes and method as typed descriptions: the first of the one, the last of the other (contract E).
function described(metadata: RdmMetadata, wanted: string): readonly string[] {
  return (metadata.additional_descriptions ?? []).flatMap(({ type, description }) =>
    type?.id === wanted && description !== undefined ? [description] : [],
  );
}

/**
 * What Zenodo's own metadata say, as the page shows it. `draft` is what `decodeDepositBody` of
 * @nx-zenodo/zenodo-api makes of a deposit, so that a preview shows what Zenodo would keep.
 */
export function buildMetadataView(
  draft: Pick<DepositDraft, 'metadata' | 'customFields' | 'access'>,
): MetadataView {
  const { metadata, customFields, access } = draft;
  const { title = '', version, publisher, description, publication_date: date = '' } = metadata;
  const id = metadata.resource_type?.id ?? '';
  return {
    title,
    publicationDate: date,
    resourceType: { id, title: resourceType(id)?.title ?? id },
    creators: (metadata.creators ?? []).map(viewPerson),
    contributors: (metadata.contributors ?? []).map(viewContributor),
    licences: (metadata.rights ?? []).map(viewLicence),
    keywords: (metadata.subjects ?? []).flatMap(({ subject, id: term }) => subject ?? term ?? []),
    relatedIdentifiers: viewRelated(metadata),
    funding: (metadata.funding ?? []).map(viewFunding),
    access: viewAccess(access),
    references: (metadata.references ?? []).flatMap(({ reference }) => reference ?? []),
    facts: viewFacts(metadata, customFields),
    ...present({
      version,
      publisher,
      description,
      language: metadata.languages?.[0]?.id,
      notes: described(metadata, 'notes')[0],
      method: described(metadata, 'methods').at(-1),
    }),
  };
}
