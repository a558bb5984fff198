import { toDepositMetadata } from '@nx-zenodo/zenodo-api';
import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import { encodeKeyPath, doiUrl, type Addresses } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';
import { depositionLinks } from './deposition-links.js';

export type DepositionState = 'unsubmitted' | 'inprogress' | 'done';

/** The state rule of the legacy API (http contract A.5). */
export function stateOf(version: Version): DepositionState {
  if (version.record === undefined) return 'unsubmitted';
  return version.draft === undefined ? 'done' : 'inprogress';
}

/** The state of a version that the legacy API shows: its open draft, else the record. */
export function shownRevision(version: Version): Revision {
  const shown = version.draft ?? version.record;
  if (shown === undefined) throw new Error(`Version ${version.id} has neither draft nor record.`);
  return shown;
}

/** What a deposition and the default face of a record begin with: the same names in both legacy shapes. */
export function legacyIdentity(version: Version, shown: Revision, conceptDoi: string | undefined) {
  const doi = shown.content.pids.doi?.identifier;
  return {
    created: version.created,
    modified: shown.updated,
    id: version.id,
    conceptrecid: String(version.concept),
    ...(doi === undefined ? {} : { doi }),
    ...(conceptDoi === undefined ? {} : { conceptdoi: conceptDoi }),
    ...(doi === undefined ? {} : { doi_url: doiUrl(doi) }),
  };
}

/** A deposition as the legacy deposit API tells it. */
export function formatDeposition(
  version: Version,
  conceptDoi: string | undefined,
  addresses: Addresses,
): object {
  const shown = shownRevision(version);
  const doi = shown.content.pids.doi?.identifier;
  return {
    ...legacyIdentity(version, shown, conceptDoi),
    metadata: toDepositMetadata(shown.content, { recid: version.id, doi: doi ?? null }),
    title: shown.content.metadata.title ?? '',
    links: depositionLinks(version, shown, conceptDoi, addresses),
    record_id: version.id,
    owner: version.owner,
    files: shown.files.filter(isCompleted).map((file) => listedFile(version, file, addresses)),
    state: stateOf(version),
    submitted: version.record !== undefined,
  };
}

// Both links are Zenodo's own: for a published deposit neither works (zenodo-rdm#1196).
function listedFile(version: Version, file: CompletedFile, { api }: Addresses): object {
  const files =
    version.draft === undefined
      ? `${api}/records/${version.id}/files`
      : `${api}/deposit/depositions/${version.id}/files`;
  return {
    id: file.content.id,
    filename: file.key,
    filesize: file.content.size,
    checksum: file.content.md5,
    links: {
      self: `${files}/${file.content.id}`,
      download: `${api}/records/${version.id}/draft/files/${encodeKeyPath(file.key)}/content`,
    },
  };
}

/** One file as `…/depositions/ID/files` tells it; here the links do work. */
export function formatDepositionFile(
  version: Version,
  file: CompletedFile,
  { api }: Addresses,
): object {
  const draft = version.draft === undefined ? '' : 'draft/';
  return {
    id: file.content.id,
    filename: file.key,
    filesize: file.content.size,
    checksum: file.content.md5,
    links: {
      self: `${api}/deposit/depositions/${version.id}/files/${file.content.id}`,
      download: `${api}/records/${version.id}/${draft}files/${encodeKeyPath(file.key)}/content`,
    },
  };
}
