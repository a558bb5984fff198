import { jsonObject } from '../loose-json/json-object.js';
import { isObject } from '../loose-json/loose-value.js';
import type { LooseObject } from '../loose-json/loose-value.js';
import { defaultReceipt, reservationPath } from '../release-config/reservation-path.js';
import { fewestShards, mostShards } from '../release-config/shard-report-path.js';
import { fileSet } from './file-set.js';
import type { FileSet } from './file-set.js';
import { signaturePaths } from './signature-paths.js';

/** What the targets of a release read, as far as its configuration can be read at all. */
export interface ReleaseFiles {
  /** The signature, what it lists, the artifacts; null where the list is not understood here. */
  readonly frozen: FileSet | null;
  /** The same of each shard, in their order; empty where the files are verified in one target. */
  readonly shards: readonly (FileSet | null)[];
  readonly signature: string;
  readonly metadata: string;
  /** Release notes that are the description; null where the metadata says it. */
  readonly description: string | null;
  /** Whether receipts of other releases are read: where they lie, only these say. */
  readonly isRelated: boolean;
  /** Where a reserved DOI is noted. */
  readonly reservation: string;
  /** Tags that may be the release's own; empty where their names could break out of a command line. */
  readonly tags: readonly string[];
  /** How the freeze is held in git; null where it is not. */
  readonly gitFreeze: { readonly tag: string | null; readonly record: string | null } | null;
  /** Paths and globs that the declared checks say they read. */
  readonly checked: readonly string[];
  /** True when one of the checks is a command, which may read more than it says. */
  readonly commands: boolean;
}

/**
 * Reads the inputs out of zenodo.release.json and the signature it names, forgivingly: what cannot be
 * understood here is left to the target, which reports it with line and field. Null means: nothing is known.
 */
export function releaseFiles(
  configText: string,
  readSignature: (path: string) => string | null,
): ReleaseFiles | null {
  const config = jsonObject(configText);
  if (config === null) return null;
  const checks = declaredChecks(config['validation']);
  const signature = textOf(config['signature']) ?? 'T4_FINAL_SIGNATURE.sha256';
  const listed = signaturePaths(readSignature(signature) ?? '');
  return {
    frozen:
      listed === null
        ? null
        : fileSet([...new Set([signature, ...texts(config['artifacts']), ...listed])].sort()),
    shards: shardSets(signature, listed, shardCount(config['freeze'])),
    signature,
    metadata: textOf(config['metadata']) ?? 'zenodo.metadata.json',
    description: descriptionOf(config),
    isRelated: Array.isArray(config['relations']) && config['relations'].length > 0,
    reservation: reservationPath(receiptOf(config)),
    tags: releaseTags(config),
    gitFreeze: gitFreeze(config),
    checked: [...new Set(checks.flatMap(pathsIn))].sort(),
    commands: checks.some(isCommand),
  };
}

function shardSets(signature: string, listed: string[] | null, of: number): (FileSet | null)[] {
  return Array.from({ length: of }, (_, at) => {
    if (listed === null) return null;
    const [first, end] = shardRows({ index: at + 1, of }, listed.length);
    return fileSet([signature, ...listed.slice(first, end)]);
  });
}

/**
 * The rows of one shard: `shardRange` of fixity, said again because this module is loaded by every command
 * of Nx, and that package takes longer to load than all of this.
 */
export function shardRows({ index, of }: { index: number; of: number }, rows: number) {
  return [Math.floor(((index - 1) * rows) / of), Math.floor((index * rows) / of)] as const;
}

function shardCount(freeze: unknown): number {
  const shards = isObject(freeze) ? freeze['shards'] : undefined;
  const isCount = typeof shards === 'number' && Number.isInteger(shards);
  return isCount && shards >= fewestShards && shards <= mostShards ? shards : 0;
}

// A tag whose name could break out of a command line is null: then every tag is looked at.
function gitFreeze(config: LooseObject): ReleaseFiles['gitFreeze'] {
  const freeze = config['freeze'];
  const git = isObject(freeze) ? freeze['git'] : undefined;
  if (!isObject(git)) return null;
  const tag = textOf(git['tag']) ?? textOf(config['tag']) ?? textOf(config['version']) ?? '';
  return { tag: isPlain(tag) ? tag : null, record: textOf(git['record']) ?? null };
}

const isPlain = (tag: string): boolean => /^[\w./+-]+$/.test(tag);

function releaseTags(config: LooseObject): string[] {
  const version = textOf(config['version']) ?? '';
  const tags = [...new Set([textOf(config['tag']) ?? version, version, `v${version}`])];
  return tags.every(isPlain) ? tags : [];
}

function descriptionOf(config: LooseObject): string | null {
  const description = config['description'];
  const from = isObject(description) ? textOf(description['from']) : undefined;
  return from?.replaceAll('{version}', textOf(config['version']) ?? '') ?? null;
}

function receiptOf(config: LooseObject): string {
  const receipt = textOf(config['receipt']) ?? defaultReceipt;
  return receipt.replaceAll('{version}', textOf(config['version']) ?? '');
}

function declaredChecks(validation: unknown): unknown[] {
  const checks = isObject(validation) ? validation['checks'] : undefined;
  return Array.isArray(checks) ? checks : [];
}

const isCommand = (check: unknown): boolean => isObject(check) && check['kind'] === 'command';

const pathKeys = new Set(['file', 'schema', 'paths', 'files', 'reads']);

// Every text under a key that names a file, at any depth of the check.
function pathsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(pathKeys.has(key) ? texts(Array.isArray(item) ? item : [item]) : []),
    ...(typeof item === 'object' ? pathsIn(item) : []),
  ]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
