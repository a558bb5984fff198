const people = (group: string): [string, string][] => [
  [`${group}.affiliation`, `metadata.${group}.affiliations.name`],
  [`${group}.name`, `metadata.${group}.person_or_org.name`],
  [`${group}.orcid`, `metadata.${group}.person_or_org.identifiers.identifier`],
  [`${group}.gnd`, `metadata.${group}.person_or_org.identifiers.identifier`],
];

const members = (legacy: string, group: string, names: string): [string, string][] =>
  names.split(' ').map((name) => [`${legacy}.${name}`, `custom_fields.${group}.${name}`]);

/** Names of Zenodo's former search, which its search still understands (zenodo-rdm queryparser). */
const legacyFields: ReadonlyMap<string, string> = new Map<string, string>([
  ['access_right', 'access.status'],
  ['alternate.identifier', 'metadata.identifiers.identifier'],
  ['alternate.scheme', 'metadata.identifiers.scheme'],
  ['communities', 'parent.communities.ids'],
  ['conceptdoi', 'parent.pids.doi.identifier'],
  ['conceptrecid', 'parent.id'],
  ...people('creators'),
  ...people('contributors'),
  ['contributors.type', 'metadata.contributors.role.id'],
  ['description', 'metadata.description'],
  ['doi', 'pids.doi.identifier'],
  ['embargodate', 'access.embargo.until'],
  ['grants.code', 'metadata.funding.award.number'],
  ['grants.title', 'metadata.funding.award.title.en'],
  ['grants.funder.name', 'metadata.funding.funder.name'],
  ['keywords', 'metadata.subjects.subject'],
  ['language', 'metadata.languages.id'],
  ['license.identifier', 'metadata.rights.id'],
  ['notes', 'metadata.additional_descriptions.description'],
  ['owners', 'parent.access.owned_by.user'],
  ['user', 'parent.access.owned_by.user'],
  ['publicationdate', 'metadata.publication_date'],
  ['publication_date', 'metadata.publication_date'],
  ['recid', 'id'],
  ['related.identifier', 'metadata.related_identifiers.identifier'],
  ['related.relation', 'metadata.related_identifiers.relation_type.id'],
  ['related.scheme', 'metadata.related_identifiers.scheme'],
  ['resource_type.subtype', 'metadata.resource_type.props.subtype'],
  ['resource_type.type', 'metadata.resource_type.props.type'],
  ['title', 'metadata.title'],
  ['type', 'metadata.resource_type.props.type'],
  ['version', 'versions.index'],
  ...members('journal', 'journal:journal', 'title pages volume issn'),
  ...members('meeting', 'meeting:meeting', 'title acronym dates place url session session_part'),
  ...members('part_of', 'imprint:imprint', 'title pages'),
  ...members('imprint', 'imprint:imprint', 'isbn place'),
  ['imprint.publisher', 'metadata.publisher'],
  ...members('thesis', 'thesis:thesis', 'university'),
  ['filecount', 'files.count'],
  ['filename', 'files.entries.key'],
  ['filesize', 'files.totalbytes'],
  ['filetype', 'files.types'],
  ['size', 'files.totalbytes'],
  ['_files.checksum', 'files.entries.checksum'],
  ['_files.size', 'files.entries.size'],
]);

/** The InvenioRDM field that a name in a query means. */
export function rdmField(name: string): string {
  return legacyFields.get(name) ?? name;
}

const resourceTypeFields = new Set([
  'metadata.resource_type.id',
  'metadata.resource_type.props.subtype',
  'metadata.related_identifiers.resource_type.id',
]);

/** Values that were renamed since: a thesis is a dissertation. */
export function rewriteValue(field: string, value: string): string {
  if (!resourceTypeFields.has(field)) return value;
  return value === 'publication-thesis' ? 'publication-dissertation' : value;
}
