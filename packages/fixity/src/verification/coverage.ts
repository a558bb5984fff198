import { refusedReleasePath, uncoveredArtifact } from '../findings/file-findings.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { VerificationRequest } from './verification-request.js';

/** Names every artifact that the signature should cover and does not; `covers` answers for normalised paths. */
export function checkCoverage(
  request: Omit<VerificationRequest, 'root'>,
  covers: (path: string) => boolean,
): FixityFinding[] {
  const excepted = new Set(
    [request.signature, ...(request.allowUncovered ?? [])].map((path) => normalised(path)),
  );
  return [...new Set(request.artifacts)].flatMap((written) => {
    const reading = parseReleasePath(written);
    if (!reading.ok) return [refusedReleasePath(reading, written)];
    if (excepted.has(reading.path) || covers(reading.path)) return [];
    return [uncoveredArtifact(reading.path, request.signature)];
  });
}

function normalised(path: string): string {
  const reading = parseReleasePath(path);
  return reading.ok ? reading.path : path;
}
