import { versionNotWritten } from '../findings/document-findings.js';
import type { PublishedRelease } from '../published/published-release.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { checkJsonObject, jsonMember, withJsonValue } from './json-source.js';

// Semantic Versioning 2.0.0, section 2 and 9 to 11.
const semanticVersion =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z.-]+)?$/;

/** A version without the `v` that tags begin with. */
export function bareVersion(version: string): string {
  return version.replace(/^v(?=\d)/, '');
}

/** Writes `version` of a package.json. NZ8006 where npm would refuse the version, NZ8004 where it is no JSON object. */
export function updatePackageJson(
  text: string,
  path: string,
  published: PublishedRelease,
): UpdatedText {
  const findings = checkJsonObject(text, path);
  if (findings.length > 0) return { text, findings };
  const version = bareVersion(published.version);
  if (!semanticVersion.test(version)) {
    const reason = `"${version}" is no semantic version, which npm asks for`;
    return { text, findings: [versionNotWritten(path, reason)] };
  }
  if (jsonMember(text, 'version') === version) return updatedText(text);
  return updatedText(withJsonValue(text, 'version', version));
}
