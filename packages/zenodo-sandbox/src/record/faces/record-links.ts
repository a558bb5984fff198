import { thumbnails } from '../../image/thumbnail-links.js';
import { doiUrl, type Addresses } from '../../model/links.js';
import type { Revision, Version } from '../../model/version.js';

/** DOIs of a test installation resolve at DataCite's test handle server, not at doi.org (contract D.2). */
const testHandle = 'https://handle.test.datacite.org';

/** `links` of a published record in both faces of the records API. */
export function recordLinks(
  version: Version,
  shown: Revision,
  conceptDoi: string | undefined,
  { site, api }: Addresses,
): Record<string, unknown> {
  const self = `${api}/records/${version.id}`;
  const html = `${site}/records/${version.id}`;
  const parent = `${api}/records/${version.concept}`;
  const thumbs = thumbnails(version, shown, api);
  const doi = shown.content.pids.doi?.identifier;
  return {
    self,
    self_html: html,
    preview_html: `${html}?preview=1`,
    ...(doi === undefined
      ? {}
      : { doi: handleUrl(doi), self_doi: handleUrl(doi), self_doi_html: `${site}/doi/${doi}` }),
    reserve_doi: `${self}/draft/pids/doi`,
    parent,
    parent_html: `${site}/records/${version.concept}`,
    ...(conceptDoi === undefined
      ? {}
      : { parent_doi: handleUrl(conceptDoi), parent_doi_html: `${site}/doi/${conceptDoi}` }),
    self_iiif_manifest: `${api}/iiif/record:${version.id}/manifest`,
    self_iiif_sequence: `${api}/iiif/record:${version.id}/sequence/default`,
    files: `${self}/files`,
    media_files: `${self}/media-files`,
    archive: `${self}/files-archive`,
    archive_media: `${self}/media-files-archive`,
    latest: `${self}/versions/latest`,
    latest_html: `${html}/latest`,
    versions: `${self}/versions`,
    draft: `${self}/draft`,
    ...(thumbs === undefined ? {} : { thumbnails: thumbs }),
    ...accessLinks(self),
  };
}

/** `links` of a draft: no `latest`, no `parent`, but how it is published. */
export function draftLinks(
  version: Version,
  shown: Revision,
  { site, api }: Addresses,
): Record<string, string> {
  const record = `${api}/records/${version.id}`;
  const self = `${record}/draft`;
  const doi = shown.content.pids.doi?.identifier;
  return {
    self,
    self_html: `${site}/uploads/${version.id}`,
    preview_html: `${site}/records/${version.id}?preview=1`,
    ...(doi === undefined ? {} : { doi: handleUrl(doi) }),
    reserve_doi: `${self}/pids/doi`,
    self_iiif_manifest: `${api}/iiif/draft:${version.id}/manifest`,
    self_iiif_sequence: `${api}/iiif/draft:${version.id}/sequence/default`,
    files: `${self}/files`,
    media_files: `${self}/media-files`,
    archive: `${self}/files-archive`,
    archive_media: `${self}/media-files-archive`,
    versions: `${record}/versions`,
    record,
    record_html: `${site}/records/${version.id}`,
    publish: `${self}/actions/publish`,
    review: `${self}/review`,
    ...accessLinks(record),
  };
}

function accessLinks(record: string): Record<string, string> {
  return {
    access_links: `${record}/access/links`,
    access_grants: `${record}/access/grants`,
    access_users: `${record}/access/users`,
    access_request: `${record}/access/request`,
    access: `${record}/access`,
    communities: `${record}/communities`,
    'communities-suggestions': `${record}/communities-suggestions`,
    request_deletion: `${record}/request-deletion`,
    file_modification: `${record}/file-modification`,
    quota_increase: `${record}/quota-increase`,
    requests: `${record}/requests`,
  };
}

function handleUrl(doi: string): string {
  return doi.startsWith('10.5072/') ? `${testHandle}/${doi}` : doiUrl(doi);
}
