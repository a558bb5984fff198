import type { FindingView } from '../view/finding-view.js';

/** The places of a record page at which findings can be told. */
export const slots = [
  'title',
  'version',
  'publicationDate',
  'resourceType',
  'creators',
  'contributors',
  'description',
  'notes',
  'method',
  'licences',
  'keywords',
  'relatedIdentifiers',
  'funding',
  'communities',
  'access',
  'language',
  'references',
  'facts',
  'files',
  'doi',
] as const;

export type Slot = (typeof slots)[number];

// Names of the deposit API, of the records API, of CITATION.cff and of codemeta.json.
const names: Readonly<Record<Slot, string>> = {
  title: 'title name',
  version: 'version softwareVersion',
  publicationDate: 'publication_date date-released datePublished',
  resourceType: 'upload_type publication_type image_type software_type resource_type type',
  creators: 'creators authors author thesis_supervisors',
  contributors: 'contributors contributor editor editors maintainer',
  description: 'description abstract',
  notes: 'notes',
  method: 'method methods',
  licences: 'license licence licenses rights license-url',
  keywords: 'keywords subjects',
  relatedIdentifiers:
    'related_identifiers relatedIdentifiers identifiers repository repository-code url codeRepository isPartOf',
  funding: 'grants funding funder',
  communities: 'communities',
  access: 'access access_right embargo_date access_conditions',
  language: 'language languages',
  references: 'references referencePublication',
  facts: `dates locations custom journal_title journal_volume journal_issue journal_pages conference_title
    conference_acronym conference_dates conference_place conference_url conference_session
    conference_session_part imprint_publisher imprint_isbn imprint_place partof_title partof_pages
    thesis_university publisher`,
  files: 'files file',
  doi: 'doi prereserve_doi pids identifier concept_doi',
};

const slotOfName = new Map(
  slots.flatMap((slot) => names[slot].split(/\s+/).map((name) => [name, slot] as const)),
);

/** The place where a finding belongs; null where its field is none of the page's. */
export function slotOf(finding: FindingView): Slot | null {
  const path = (finding.place?.field ?? '').split(/[./[\]]+/).filter((name) => name !== '');
  for (const name of path) {
    const slot = slotOfName.get(name);
    if (slot !== undefined) return slot;
  }
  return null;
}
