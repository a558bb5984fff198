import { isObject } from '../../loose-json/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';
import { newJsonText, setJsonValues } from '../json-text/set-json-values.js';
import type { WrittenReleaseConfig } from '../../release-config/schema.js';
import type { FrozenGlobs } from './frozen-files.js';

/** What zenodo.release.json is to say. */
export interface ReleaseFacts {
  readonly schema: string;
  readonly name: string;
  readonly version: string;
  readonly signature: string;
  readonly frozen: FrozenGlobs;
  readonly artifacts: readonly string[];
  readonly metadata: string;
  readonly releaseNotes: string | undefined;
  readonly receipt: string | undefined;
  readonly conceptRecordId: string | undefined;
}

/** The configuration in the order in which a person reads it; what equals a default is left out. */
export function releaseConfig(facts: ReleaseFacts): WrittenReleaseConfig {
  const { include, exclude } = facts.frozen;
  return {
    $schema: facts.schema,
    name: facts.name,
    version: facts.version,
    signature: facts.signature,
    freeze: { include: [...include], ...(exclude.length === 0 ? {} : { exclude: [...exclude] }) },
    artifacts: [...facts.artifacts],
    metadata: facts.metadata,
    ...(facts.releaseNotes === undefined ? {} : { releaseNotes: facts.releaseNotes }),
    ...(facts.receipt === undefined ? {} : { receipt: facts.receipt }),
    ...(facts.conceptRecordId === undefined
      ? {}
      : { zenodo: { conceptRecordId: facts.conceptRecordId } }),
    validation: { checks: checks(facts) },
  };
}

// Checks that hold for any release; a project adds its own.
function checks(facts: ReleaseFacts): WrittenReleaseConfig['validation']['checks'] {
  const json = facts.artifacts.filter((path) => path.endsWith('.json'));
  return [
    { kind: 'exists', name: 'Every file to upload exists', paths: [...facts.artifacts] },
    ...(json.length === 0
      ? []
      : [{ kind: 'json' as const, name: 'JSON files to upload are valid', files: json }]),
  ];
}

/** Flags that change a configuration that is there already. */
export interface ReplacedSettings {
  readonly name?: string;
  readonly version?: string;
  readonly signature?: string;
  readonly artifacts?: readonly string[];
  readonly freeze?: readonly string[];
  readonly conceptRecordId?: string;
}

const needed = ['name', 'version', 'artifacts', 'validation'] as const;

/**
 * zenodo.release.json: new, or the one that is there with what a release cannot be without, and with
 * what flags set. What a person took out stays out.
 * @throws PluginError NZ9104 when the file is not a JSON object.
 */
export function releaseConfigText(
  existing: string | null,
  config: WrittenReleaseConfig,
  replaced: ReplacedSettings,
): string {
  if (existing === null) return newJsonText(config);
  const value = readJsonObject(existing, 'zenodo.release.json');
  const added = needed
    .filter((key) => value[key] === undefined)
    .map((key) => ({ path: [key], value: config[key] as unknown }));
  const set = [
    { path: ['name'], value: replaced.name },
    { path: ['version'], value: replaced.version },
    { path: ['signature'], value: replaced.signature },
    { path: ['artifacts'], value: replaced.artifacts },
    { path: ['freeze', 'include'], value: replaced.freeze },
    { path: ['zenodo', 'conceptRecordId'], value: replaced.conceptRecordId },
  ].filter(({ path, value: wanted }) => wanted !== undefined && differs(value, path, wanted));
  return setJsonValues(existing, [...added, ...set]);
}

function differs(value: unknown, path: readonly string[], wanted: unknown): boolean {
  const stands = path.reduce<unknown>(
    (inner, key) => (isObject(inner) ? inner[key] : undefined),
    value,
  );
  return JSON.stringify(stands) !== JSON.stringify(wanted);
}
