import { textOf } from '../loose-json/loose-value.js';
import { readJsonObject } from '../generators/json-text/read-json.js';
import { setJsonValues } from '../generators/json-text/set-json-values.js';
import type { JsonEdit } from '../generators/json-text/set-json-values.js';
import { PluginError } from '../plugin-error.js';

// https://semver.org/spec/v2.0.0.html, section 2, 9 and 10; a leading v is a habit, not part of it.
const semantic =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z.-]+)?$/;

/**
 * The version that `nx release` can count on from, without a leading `v`.
 * @throws PluginError NZ9130 when the label is no semantic version, NZ9104 when the file is no JSON object.
 */
export function currentVersion(config: string, file: string): string {
  const label = textOf(readJsonObject(config, file)['version']) ?? '';
  if (semantic.test(label)) return label.replace(/^v/, '');
  throw PluginError.of([
    {
      code: 'NZ9130',
      severity: 'error',
      message: `The version "${label}" is no semantic version, so \`nx release\` cannot count on from it.`,
      cure: 'Write a version as 1.2.0 or v1.2.0, or set the next one by `nx g nx-zenodo:release --releaseVersion`.',
      place: { file, field: 'version' },
    },
  ]);
}

/** zenodo.release.json and the metadata file beside it. */
export interface VersionedTexts {
  readonly config: string;
  /** null where there is none. */
  readonly metadata: string | null;
}

/** Both texts with the new version label, everything else as it stands; a leading `v` is kept. */
export function withVersion(texts: VersionedTexts, version: string): VersionedTexts {
  const { version: before, tag } = readJsonObject(texts.config, 'zenodo.release.json');
  const label = textOf(before)?.startsWith('v') === true ? `v${version}` : version;
  const edits: JsonEdit[] = [{ path: ['version'], value: label }];
  if (tag !== undefined && tag === before) edits.push({ path: ['tag'], value: label });
  return {
    config: setJsonValues(texts.config, edits),
    metadata: texts.metadata === null ? null : metadataWith(texts.metadata, label),
  };
}

// The record may be the file itself or stand below `metadata`, as in the deposit API.
function metadataWith(text: string, label: string): string {
  const wrapped = 'metadata' in readJsonObject(text, 'zenodo.metadata.json');
  return setJsonValues(text, [
    { path: wrapped ? ['metadata', 'version'] : ['version'], value: label },
  ]);
}
