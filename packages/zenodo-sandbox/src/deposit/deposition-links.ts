import { thumbnails } from '../image/thumbnail-links.js';
import { badgeUrl, doiUrl, type Addresses } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';

/** `links` of a deposition (http contract A.5). Every action is there in every state. */
export function depositionLinks(
  version: Version,
  shown: Revision,
  conceptDoi: string | undefined,
  addresses: Addresses,
): Record<string, unknown> {
  const { site, api } = addresses;
  const self = `${api}/deposit/depositions/${version.id}`;
  const html = `${site}/deposit/${version.id}`;
  const doi = shown.content.pids.doi?.identifier;
  const open = version.draft !== undefined;
  return {
    self: open ? self : `${api}/records/${version.id}`,
    html: open ? html : `${site}/records/${version.id}`,
    ...(doi === undefined ? {} : { doi: doiUrl(doi) }),
    ...(open || conceptDoi === undefined ? {} : { parent_doi: doiUrl(conceptDoi) }),
    badge: badgeUrl(site, doi),
    ...(open || conceptDoi === undefined ? {} : { conceptbadge: badgeUrl(site, conceptDoi) }),
    files: open ? `${self}/files` : `${api}/records/${version.id}/files`,
    bucket: `${api}/files/${version.bucket}`,
    // Always its own id, also when a newer draft is open (zenodo-rdm#858).
    latest_draft: self,
    latest_draft_html: html,
    publish: `${self}/actions/publish`,
    edit: `${self}/actions/edit`,
    discard: `${self}/actions/discard`,
    newversion: `${self}/actions/newversion`,
    ...(version.record === undefined ? {} : publishedLinks(version, addresses)),
    ...imageLinks(version, shown, addresses),
  };
}

function publishedLinks(version: Version, { site, api }: Addresses): Record<string, string> {
  return {
    record: `${api}/records/${version.id}`,
    record_html: `${site}/record/${version.id}`,
    latest: `${api}/records/${version.id}/versions/latest`,
    latest_html: `${site}/records/${version.id}/latest`,
  };
}

function imageLinks(version: Version, shown: Revision, { api }: Addresses) {
  const thumbs = thumbnails(version, shown, api);
  return thumbs === undefined ? {} : { thumb250: thumbs['250'], thumbs };
}
