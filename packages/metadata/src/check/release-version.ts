import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { PlacedMetadata } from '../verdict/zenodo-verdict.js';

/** The version of the metadata must be that of the release, sign for sign. */
export function checkVersion(
  { metadata, document, base }: PlacedMetadata,
  version: string,
): Finding[] {
  if (metadata.version === undefined || metadata.version === version) return [];
  return [
    finding('NZ3010', {
      message: `The metadata says version "${metadata.version}", the release is "${version}".`,
      cure: `Write "${version}" into the metadata, or release under the version it states.`,
      place: document.place([...base, 'version']),
    }),
  ];
}
