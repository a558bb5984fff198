import type { RdmCreator } from '@nx-zenodo/zenodo-api';
import type { ToldRecord } from '../record/faces/faces.js';

type CffPerson = Readonly<Record<string, string>>;
type CffValue = string | readonly string[] | readonly CffPerson[];

const citable = new Set(['software', 'dataset']);

/** A record as a CITATION.cff (Citation File Format 1.2.0). */
export function formatCff({ shown }: ToldRecord): string {
  const { metadata, pids } = shown.content;
  const type = metadata.resource_type?.id ?? '';
  const licences = (metadata.rights ?? []).flatMap(({ id }) => id ?? []);
  const keywords = (metadata.subjects ?? []).flatMap(({ subject }) => subject ?? []);
  const people = [...(metadata.creators ?? []), ...(metadata.contributors ?? [])];
  const told: Readonly<Record<string, CffValue | undefined>> = {
    'cff-version': '1.2.0',
    message: `If you use this ${citable.has(type) ? type : 'work'}, please cite it using the metadata from this file.`,
    title: metadata.title,
    ...(citable.has(type) ? { type } : {}),
    abstract: metadata.description,
    authors: people.map(personOf),
    'date-released': metadata.publication_date,
    doi: pids.doi?.identifier,
    version: metadata.version,
    ...(licences.length === 0 ? {} : { license: licences }),
    ...(keywords.length === 0 ? {} : { keywords }),
  };
  return Object.entries(told).map(formatMember).join('');
}

function personOf({ person_or_org: person, affiliations }: RdmCreator): CffPerson {
  const { family_name: family, given_name: given, name = '', type } = person ?? {};
  const orcid = person?.identifiers?.find(({ scheme }) => scheme === 'orcid')?.identifier;
  const affiliation = affiliations?.[0]?.name;
  const named =
    type === 'organizational' || family === undefined
      ? { name }
      : { 'family-names': family, ...(given === undefined ? {} : { 'given-names': given }) };
  return {
    ...named,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(orcid === undefined ? {} : { orcid: `https://orcid.org/${orcid}` }),
  };
}

// A JSON string is a double-quoted scalar of YAML 1.2 (section 1.3): nothing in it can be markup.
function formatMember([name, value]: [string, CffValue | undefined]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return `${name}: ${JSON.stringify(value)}\n`;
  const items = value.map((item) => {
    if (typeof item === 'string') return `  - ${JSON.stringify(item)}\n`;
    const members = Object.entries(item).map(([key, text]) => `${key}: ${JSON.stringify(text)}\n`);
    return `  - ${members.join('    ')}`;
  });
  return `${name}:\n${items.join('')}`;
}
