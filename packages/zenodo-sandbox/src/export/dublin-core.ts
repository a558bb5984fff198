import { accessStatus } from '../search/document.js';
import type { Exported } from './exported.js';
import { tellLicence } from './licence.js';
import { plainText } from './plain-text.js';
import { document, element } from './xml.js';

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** Publication types of OpenAIRE by resource types of Zenodo; of all others it is `other`. */
const openAireTypes: Readonly<Record<string, string>> = {
  lesson: 'lecture',
  poster: 'conferencePoster',
  presentation: 'lecture',
  'publication-annotationcollection': 'technicalDocumentation',
  'publication-article': 'article',
  'publication-book': 'book',
  'publication-conferencepaper': 'conferencePaper',
  'publication-conferenceproceeding': 'conferenceProceedings',
  'publication-datamanagementplan': 'technicalDocumentation',
  'publication-datapaper': 'workingPaper',
  'publication-deliverable': 'report',
  'publication-journal': 'article',
  'publication-milestone': 'report',
  'publication-patent': 'patent',
  'publication-peerreview': 'review',
  'publication-preprint': 'preprint',
  'publication-proposal': 'researchProposal',
  'publication-report': 'report',
  'publication-section': 'bookPart',
  'publication-softwaredocumentation': 'technicalDocumentation',
  'publication-technicalnote': 'technicalDocumentation',
  'publication-workingpaper': 'workingPaper',
};

/** The elements of Dublin Core, as far as a record has them (invenio-rdm-records, DublinCoreSchema). */
export function formatDublinCore(record: Exported): string {
  const { metadata, pids } = record.shown.content;
  const names = (people: typeof metadata.creators) =>
    (people ?? []).map(({ person_or_org: person }) => person?.name ?? '');
  const elements: readonly (readonly [name: string, values: readonly (string | undefined)[]])[] = [
    ['contributor', names(metadata.contributors)],
    ['creator', names(metadata.creators)],
    ['date', datesOf(record)],
    ['description', descriptionsOf(record)],
    [
      'identifier',
      [
        ...(metadata.identifiers ?? []).map(({ identifier }) => identifier),
        pids.doi?.identifier,
        pids.oai?.identifier,
      ],
    ],
    ['language', (metadata.languages ?? []).map(({ id }) => id)],
    ['publisher', [metadata.publisher]],
    [
      'relation',
      (metadata.related_identifiers ?? []).map(
        ({ scheme, identifier }) => `${scheme}:${identifier}`,
      ),
    ],
    ['rights', rightsOf(record)],
    ['subject', (metadata.subjects ?? []).map(({ subject }) => subject)],
    ['title', [metadata.title]],
    [
      'type',
      [`info:eu-repo/semantics/${openAireTypes[metadata.resource_type?.id ?? ''] ?? 'other'}`],
    ],
  ];
  const written = elements.flatMap(([name, values]) =>
    values.flatMap((value) => (value ? [element(`dc:${name}`, {}, value)] : [])),
  );
  return document(element('oai_dc:dc', namespaces, ...written));
}

function datesOf({ shown }: Exported): (string | undefined)[] {
  const { metadata, access } = shown.content;
  const embargo = access.embargo?.active === true ? access.embargo.until : undefined;
  return [
    metadata.publication_date,
    embargo === undefined ? undefined : `info:eu-repo/date/embargoEnd/${embargo}`,
  ];
}

function descriptionsOf({ shown }: Exported): string[] {
  const { description = '', additional_descriptions = [] } = shown.content.metadata;
  return [description, ...additional_descriptions.map((entry) => entry.description ?? '')].map(
    plainText,
  );
}

// Who may see it, then the name and the address of each licence.
function rightsOf({ shown }: Exported): (string | undefined)[] {
  const licences = (shown.content.metadata.rights ?? []).map(tellLicence);
  return [
    `info:eu-repo/semantics/${accessStatus(shown)}Access`,
    ...licences.flatMap(({ title, url }) => [title, url]),
  ];
}
