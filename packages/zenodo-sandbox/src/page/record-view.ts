import {
  funderByRor,
  legacyContributorType,
  legacyRelation,
  resourceType,
  type RdmCreator,
  type RdmMetadata,
} from '@nx-zenodo/zenodo-api';
import type {
  CitationView,
  ContributorView,
  DoiView,
  FundingView,
  PersonView,
  RecordView,
  RelatedIdentifierView,
} from '@nx-zenodo/record-page';
import { filesAreOpen } from '../access/permission.js';
import { formatBibtex } from '../export/bibtex.js';
import { toCslJson } from '../export/csl-json.js';
import type { Context } from '../http/call.js';
import { isCompleted } from '../model/file-entry.js';
import { formatDay } from '../model/instant.js';
import { addressesAt, badgeUrl } from '../model/links.js';
import type { ToldRecord } from '../record/faces.js';
import { contentUrl } from '../record/zenodo-record.js';
import { licenceView } from './licence-view.js';
import { factViews } from './fact-views.js';
import { siteView } from './site-view.js';
import { versionViews } from './version-views.js';
import { exportViews } from './export-views.js';

/** A record or draft as its page shows it. */
export function recordView(record: ToldRecord, origin: string, context: Context): RecordView {
  const { world, version, shown } = record;
  const { metadata, pids, access } = shown.content;
  const isDraft = shown === version.draft;
  const concept = world.concept(version.concept);
  const type = resourceType(metadata.resource_type?.id ?? '');
  const notes = descriptionOf(metadata, 'notes');
  const method = descriptionOf(metadata, 'methods');
  return {
    site: siteView(origin),
    id: String(version.id),
    url: isDraft ? `${origin}/uploads/${version.id}` : `${origin}/records/${version.id}`,
    title: metadata.title ?? '',
    publicationDate: metadata.publication_date ?? formatDay(context.now),
    resourceType: { id: type?.id ?? 'other', title: type?.title ?? 'Other' },
    ...defined('version', metadata.version),
    ...defined('publisher', metadata.publisher),
    ...defined('description', metadata.description),
    ...defined('notes', notes),
    ...defined('method', method),
    ...defined('language', metadata.languages?.[0]?.id),
    creators: (metadata.creators ?? []).map(personView),
    contributors: (metadata.contributors ?? []).map(contributorView),
    licences: (metadata.rights ?? []).map(licenceView),
    keywords: (metadata.subjects ?? []).flatMap(({ subject }) => subject ?? []),
    relatedIdentifiers: relatedViews(metadata),
    funding: (metadata.funding ?? []).map(fundingView),
    communities: (concept?.communities ?? []).map((id) => ({ id, title: id })),
    access: accessView(access),
    references: (metadata.references ?? []).flatMap(({ reference }) => reference ?? []),
    facts: factViews(shown.content),
    files: shown.files.filter(isCompleted).map(({ key, content }) => ({
      key,
      size: content.size,
      md5: content.md5,
      ...(isDraft || filesAreOpen(access, formatDay(context.now))
        ? { downloadUrl: contentUrl(version, isDraft, key, addressesAt(origin)) }
        : {}),
    })),
    ...(isDraft ? {} : { archiveUrl: `${origin}/api/records/${version.id}/files-archive` }),
    versions: versionViews(world, version, origin),
    ...defined('doi', doiView(pids.doi?.identifier, origin)),
    ...defined('conceptDoi', doiView(concept?.doi, origin)),
    doiState: isDraft ? (pids.doi === undefined ? 'none' : 'reserved') : 'registered',
    citations: citationViews(record, context),
    exports: isDraft ? [] : exportViews(version, origin),
    created: version.created,
    updated: shown.updated,
  };
}

function defined<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}

function personView({ person_or_org: person = {}, affiliations = [] }: RdmCreator): PersonView {
  const of = (scheme: string) =>
    person.identifiers?.find((entry) => entry.scheme === scheme)?.identifier;
  return {
    name: person.name ?? [person.family_name, person.given_name].filter(Boolean).join(', '),
    affiliations: affiliations.flatMap(({ name }) => name ?? []),
    ...defined('orcid', of('orcid')),
    ...defined('gnd', of('gnd')),
  };
}

function contributorView(person: RdmCreator): ContributorView {
  const role = legacyContributorType(person.role?.id ?? '') ?? person.role?.id ?? 'Other';
  return { ...personView(person), role: role.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') };
}

function relatedViews(metadata: RdmMetadata): RelatedIdentifierView[] {
  const related = (metadata.related_identifiers ?? []).map((entry) => ({
    relation: legacyRelation(entry.relation_type?.id ?? '') ?? entry.relation_type?.id ?? '',
    ...identifierView(entry),
    ...defined('resourceType', resourceType(entry.resource_type?.id ?? '')?.title),
  }));
  const alternate = (metadata.identifiers ?? []).map((entry) => ({
    relation: 'isAlternateIdentifier',
    ...identifierView(entry),
  }));
  return [...related, ...alternate];
}

function identifierView({ identifier = '', scheme }: { identifier?: string; scheme?: string }) {
  const url = scheme === 'doi' ? `https://doi.org/${identifier}` : undefined;
  return {
    identifier,
    ...defined('scheme', scheme),
    ...defined('url', scheme === 'url' ? identifier : url),
  };
}

function fundingView({ funder, award }: NonNullable<RdmMetadata['funding']>[number]): FundingView {
  const known = funderByRor(funder?.id ?? '');
  const number = award?.number ?? award?.id?.replace(/^.*::/, '');
  return {
    funder: funder?.name ?? known?.acronym ?? funder?.id ?? '',
    ...defined('award', award?.title?.['en']),
    ...defined('number', number),
  };
}

function accessView({ files, embargo }: ToldRecord['shown']['content']['access']) {
  if (embargo?.active === true) {
    return { right: 'embargoed' as const, embargoUntil: embargo.until };
  }
  return { right: files === 'public' ? ('open' as const) : ('restricted' as const) };
}

function doiView(value: string | undefined, origin: string): DoiView | undefined {
  if (value === undefined) return undefined;
  return { value, url: `${origin}/doi/${value}`, badgeUrl: badgeUrl(origin, value) };
}

function descriptionOf(metadata: RdmMetadata, type: string): string | undefined {
  return metadata.additional_descriptions?.find((entry) => entry.type?.id === type)?.description;
}

function citationViews({ version, shown }: ToldRecord, { cite }: Context): CitationView[] {
  if (cite === undefined) return [];
  const item = toCslJson(version, shown);
  const styles = [
    ['apa', 'APA'],
    ['harvard-cite-them-right', 'Harvard'],
    ['vancouver', 'Vancouver'],
  ] as const;
  return [
    ...styles.map(([style, label]) => ({ style, label, text: cite(item, style, 'en-US').trim() })),
    { style: 'bibtex', label: 'BibTeX', text: formatBibtex(item) },
  ];
}
