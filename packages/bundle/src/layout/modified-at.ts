import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { finding, throwFindings } from '../bundle-error.js';

// The earliest time that a ZIP file can tell.
const withoutDate = Date.UTC(1980, 0, 1) / 1000;

/**
 * The modification time of archive entries, whole seconds since 1970: SOURCE_DATE_EPOCH
 * (reproducible-builds.org/specs/source-date-epoch) where it is set, or the date of the release's tag, or
 * 1980-01-01. Never the clock, never the times of the files. Throws BundleError NZ4014.
 */
export function modifiedAtOf(
  manifest: ReleaseManifest,
  sourceDateEpoch: string | undefined,
): number {
  if (sourceDateEpoch !== undefined && sourceDateEpoch !== '') {
    if (/^\d{1,11}$/.test(sourceDateEpoch)) return Number(sourceDateEpoch);
    const told = `SOURCE_DATE_EPOCH is ${JSON.stringify(sourceDateEpoch)}, not a number of seconds.`;
    throwFindings([finding('NZ4014', told)]);
  }
  const { date } = manifest.release;
  return date === null ? withoutDate : Math.floor(Date.parse(date) / 1000);
}
