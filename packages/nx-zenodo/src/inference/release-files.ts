import { defaultReceipt, reservationPath } from '../release-config/reservation-path.js';

/** What the targets of a release read, as far as its configuration can be read at all. */
export interface ReleaseFiles {
  /** POSIX paths relative to the project, every one of them literal. */
  readonly frozen: readonly string[];
  readonly metadata: string;
  /** Where a reserved DOI is noted. */
  readonly reservation: string;
  /** Tags that may be the release's own; empty where their names could break out of a command line. */
  readonly tags: readonly string[];
  /** Tags that the freeze is held against in git. */
  readonly gitRefs: readonly string[];
  /** Paths and globs that the declared checks read; null when a command may read anything. */
  readonly checked: readonly string[] | null;
}

// Beyond this many inputs the whole project is the input: Nx hashes a glob faster than a long list.
const mostInputs = 2000;

/**
 * Reads the inputs out of zenodo.release.json and the signature it names, forgivingly: what cannot be
 * understood here is left to the target, which reports it with line and field. Null means: unknown,
 * take the whole project.
 */
export function releaseFiles(
  configText: string,
  readSignature: (path: string) => string | null,
): ReleaseFiles | null {
  const config = parseObject(configText);
  if (config === null) return null;
  const signature = textOf(config['signature']) ?? 'T4_FINAL_SIGNATURE.sha256';
  const listed = signaturePaths(readSignature(signature) ?? '');
  const frozen = [...new Set([signature, ...texts(config['artifacts']), ...listed])].sort();
  if (frozen.length > mostInputs || frozen.some(hasGlobCharacters)) return null;
  return {
    frozen,
    metadata: textOf(config['metadata']) ?? 'zenodo.metadata.json',
    reservation: reservationPath(receiptOf(config)),
    tags: releaseTags(config),
    gitRefs: gitRefs(config),
    checked: checkedFiles(config['validation']),
  };
}

// Only what cannot break out of a command line: a tag name with other signs is left to the target.
function gitRefs(config: Record<string, unknown>): string[] {
  const freeze = config['freeze'];
  const git = isObject(freeze) ? freeze['git'] : undefined;
  if (!isObject(git)) return [];
  const tag = textOf(git['tag']) ?? textOf(config['tag']) ?? textOf(config['version']) ?? '';
  return isPlain(tag) ? [tag] : [];
}

const isPlain = (tag: string): boolean => /^[\w./+-]+$/.test(tag);

function releaseTags(config: Record<string, unknown>): string[] {
  const version = textOf(config['version']) ?? '';
  const tags = [...new Set([textOf(config['tag']) ?? version, version, `v${version}`])];
  return tags.every(isPlain) ? tags : [];
}

function receiptOf(config: Record<string, unknown>): string {
  const receipt = textOf(config['receipt']) ?? defaultReceipt;
  return receipt.replaceAll('{version}', textOf(config['version']) ?? '');
}

// GNU coreutils, "md5sum invocation": digest, blank, text or binary mark, name. Other forms of list
// are read by the target itself; here a line that does not match only widens nothing.
function signaturePaths(text: string): string[] {
  return [...text.matchAll(/^[0-9a-fA-F]{64} [ *](.+?)\r?$/gm)].map((match) => match[1] ?? '');
}

function checkedFiles(validation: unknown): string[] | null {
  const checks = isObject(validation) ? validation['checks'] : undefined;
  if (!Array.isArray(checks)) return [];
  if (checks.some((check) => isObject(check) && check['kind'] === 'command')) return null;
  return [...new Set(checks.flatMap(pathsIn))].sort();
}

const pathKeys = new Set(['file', 'schema', 'paths', 'files']);

// Every text under a key that names a file, at any depth of the check.
function pathsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(pathKeys.has(key) ? texts(Array.isArray(item) ? item : [item]) : []),
    ...(typeof item === 'object' ? pathsIn(item) : []),
  ]);
}

function hasGlobCharacters(path: string): boolean {
  return /[*?[\]{}()!]/.test(path);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
