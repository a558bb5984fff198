import type { CitationView, DoiView, FileView, RecordView } from '@nx-zenodo/record-page';
import { buildMetadataView } from '@nx-zenodo/record-page';
import { filesAreOpen } from '../access/permission.js';
import { formatBibtex } from '../export/bibtex.js';
import { toCslJson } from '../export/csl-json.js';
import type { Context } from '../http/call.js';
import { isCompleted } from '../model/file-entry.js';
import { formatDay } from '../model/instant.js';
import { addressesAt, badgeUrl } from '../model/links.js';
import type { ToldRecord } from '../record/faces/faces.js';
import { contentUrl } from '../record/faces/zenodo-record.js';
import { siteView } from './site-view.js';
import { versionViews } from './version-views.js';
import { exportViews } from './export-views.js';

/** A record or draft as its page shows it. */
export function recordView(record: ToldRecord, origin: string, context: Context): RecordView {
  const { world, version, shown } = record;
  const { content } = shown;
  const isDraft = shown === version.draft;
  const isOpen = isDraft || filesAreOpen(content.access, formatDay(context.now));
  const concept = world.concept(version.concept);
  const doi = doiView(content.pids.doi?.identifier, origin);
  const conceptDoi = doiView(concept?.doi, origin);
  const told = buildMetadataView(content);
  return {
    ...told,
    publicationDate: told.publicationDate || formatDay(context.now),
    resourceType: told.resourceType.id === '' ? { id: 'other', title: 'Other' } : told.resourceType,
    site: siteView(origin),
    id: String(version.id),
    url: isDraft ? `${origin}/uploads/${version.id}` : `${origin}/records/${version.id}`,
    communities: (concept?.communities ?? []).map((id) => ({
      id,
      title: id,
      url: `${origin}/communities/${encodeURIComponent(id)}`,
    })),
    ...(isOpen ? { files: fileViews(record, origin) } : { files: [], filesAreHidden: true }),
    ...(isDraft || !isOpen
      ? {}
      : { archiveUrl: `${origin}/api/records/${version.id}/files-archive` }),
    versions: versionViews(world, version, origin),
    ...(doi === undefined ? {} : { doi }),
    ...(conceptDoi === undefined ? {} : { conceptDoi }),
    doiState: isDraft ? (doi === undefined ? 'none' : 'reserved') : 'registered',
    citations: citationViews(record, context),
    exports: isDraft ? [] : exportViews(version, origin),
    created: version.created,
    updated: shown.updated,
  };
}

function fileViews({ version, shown }: ToldRecord, origin: string): FileView[] {
  const isDraft = shown === version.draft;
  return shown.files.filter(isCompleted).map(({ key, content }) => ({
    key,
    size: content.size,
    md5: content.md5,
    downloadUrl: contentUrl(version, isDraft, key, addressesAt(origin)),
  }));
}

function doiView(value: string | undefined, origin: string): DoiView | undefined {
  if (value === undefined) return undefined;
  return { value, url: `${origin}/doi/${value}`, badgeUrl: badgeUrl(origin, value) };
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
