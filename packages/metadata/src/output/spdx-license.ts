import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import spdxIds from 'spdx-license-list/simple.js';
import { licenseId } from './person-parts.js';

const byLowerCase = new Map([...spdxIds].map((id) => [id.toLowerCase(), id]));

/**
 * The licence in the letters of the SPDX list: Zenodo writes ids in lower case, Citation File Format 1.2.0
 * ("license") and the addresses of SPDX know them only as SPDX does. An id that SPDX has not stays as written.
 */
export function spdxLicense(license: DepositMetadata['license']): string | undefined {
  const written = licenseId(license);
  return written === undefined ? undefined : (byLowerCase.get(written.toLowerCase()) ?? written);
}
