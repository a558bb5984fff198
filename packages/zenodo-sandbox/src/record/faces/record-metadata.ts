import {
  funderByRor,
  resourceType,
  toDepositMetadata,
  type RdmMetadata,
} from '@nx-zenodo/zenodo-api';
import type { Content } from '../../model/version.js';

/**
 * `metadata` of the default record face (contract D.2): the deposit names, but for resource type,
 * licence, grants and the groups journal, meeting, imprint and thesis.
 */
export function toRecordMetadata(content: Content): Record<string, unknown> {
  const deposit = toDepositMetadata(content, { recid: 0, doi: null }) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(deposit).filter(([name]) => shared.has(name)));
  const { related, alternate } = splitIdentifiers(deposit['related_identifiers']);
  const licence = content.metadata.rights?.[0]?.id;
  return {
    ...kept,
    ...someOf('related_identifiers', related),
    ...someOf('alternate_identifiers', alternate),
    resource_type: resourceTypeOf(content.metadata),
    ...(licence === undefined ? {} : { license: { id: licence } }),
    ...someOf('grants', grantsOf(content.metadata)),
    ...groups(content),
  };
}

// The same in both faces.
const shared = new Set([
  'title',
  'publication_date',
  'description',
  'access_right',
  'embargo_date',
  'creators',
  'contributors',
  'keywords',
  'subjects',
  'references',
  'version',
  'language',
  'locations',
  'dates',
  'notes',
  'method',
  'custom',
]);

function someOf(name: string, list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [name]: list };
}

function splitIdentifiers(listed: unknown) {
  const all = Array.isArray(listed) ? (listed as { relation: string; identifier: string }[]) : [];
  return {
    related: all.filter(({ relation }) => relation !== 'isAlternateIdentifier'),
    alternate: all
      .filter(({ relation }) => relation === 'isAlternateIdentifier')
      .map(({ identifier }) => ({ identifier })),
  };
}

function resourceTypeOf(metadata: RdmMetadata): object | undefined {
  const type = resourceType(metadata.resource_type?.id ?? '');
  if (type === null) return undefined;
  const { title, subtype } = type;
  return { title, type: type.type, ...(subtype === null ? {} : { subtype }) };
}

// A funding entry without funder or award is passed over (zenodo-rdm test_grant_serialization).
function grantsOf(metadata: RdmMetadata): object[] {
  return (metadata.funding ?? []).flatMap(({ funder, award }) => {
    const id = award?.id;
    if (funder?.id === undefined || id === undefined) return [];
    const known = funderByRor(funder.id);
    const code = award?.number ?? id.slice(id.indexOf('::') + 2);
    return [
      {
        code,
        internal_id: known === null ? id : `${known.doi}::${code}`,
        funder: {
          name: funder.name ?? known?.acronym ?? funder.id,
          ...(known === null ? {} : { doi: known.doi, acronym: known.acronym }),
        },
        ...(award?.title?.['en'] === undefined ? {} : { title: award.title['en'] }),
      },
    ];
  });
}

function groups({ customFields, metadata }: Content): Record<string, unknown> {
  const part = (name: string) => customFields[name];
  const imprint = part('imprint:imprint') as Record<string, unknown> | undefined;
  const { isbn, place } = imprint ?? {};
  const publisher = metadata.publisher;
  return withoutEmpty({
    journal: part('journal:journal'),
    meeting: part('meeting:meeting'),
    thesis: part('thesis:thesis'),
    imprint:
      publisher === undefined && imprint === undefined ? undefined : { publisher, isbn, place },
  });
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
