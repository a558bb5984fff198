import type { ReleaseMetadata } from '@nx-zenodo/metadata';

const licenseFile = /^(licen[cs]e|copying)/i;

/** The licence that stands in the licence file, as far as resolving the metadata recognised it. */
export function detectedLicense(metadata: ReleaseMetadata | null): string | null {
  if (metadata === null || !metadata.sources.some(({ path }) => licenseFile.test(path)))
    return null;
  const origin = metadata.origins.find(({ field }) => field === 'license');
  // A licence file that lost is told with its value; one that agrees is not told at all.
  const lost = origin?.lost.find(({ source }) => licenseFile.test(source));
  const { license } = metadata.deposit;
  const agreed = typeof license === 'string' ? license : license?.id;
  return lost?.value ?? agreed ?? null;
}
