import type { TargetConfiguration } from '@nx/devkit';

/** Inputs of a target in the form of Nx. */
export type Inputs = NonNullable<TargetConfiguration['inputs']>;

/**
 * Files that Nx does not hash, because git or Nx ignores them: paths relative to the workspace, or null where
 * that could not be found out.
 */
export type HiddenFiles = ReadonlySet<string> | null;

/** What a target needs so that its cached result is never older than the files that Nx does not hash. */
export interface HiddenInputs {
  /** False where the result must not be cached. */
  readonly cache: boolean;
  readonly inputs: Inputs;
}

// Git reads these files whenever a cache key is made: beyond some of them it is cheaper to run the target.
const mostHidden = 50;
// A command line of Windows ends at 8191 characters.
const mostCharacters = 6000;
const neverRead = [':(exclude,glob)**/node_modules/**', ':(exclude,glob)**/.nx/**'];
const noneHidden: HiddenInputs = { cache: true, inputs: [] };
const notCached: HiddenInputs = { cache: false, inputs: [] };

/** `paths` are literal and relative to the workspace; null: they are not known. */
export function hiddenInputs(paths: readonly string[] | null, hidden: HiddenFiles): HiddenInputs {
  if (paths === null || hidden === null) return notCached;
  const found = paths.filter((path) => hidden.has(path));
  if (found.length === 0) return noneHidden;
  // Git itself digests them; a file that is missing fails the command, and the target afterwards.
  const runtime = `git hash-object --no-filters -- ${found.map((path) => `"./${path}"`).join(' ')}`;
  const isCommand = found.every(isPlain) && runtime.length <= mostCharacters;
  return found.length <= mostHidden && isCommand
    ? { cache: true, inputs: [{ runtime }] }
    : notCached;
}

/**
 * The same for whatever a folder holds when the target runs: the names of all ignored files in it and
 * their digests. `folder` is relative to the workspace.
 */
export function hiddenBelow(folder: string): HiddenInputs {
  if (!isPlain(folder)) return notCached;
  const left = [`:(exclude)${folder}/dist/release`, ...neverRead];
  const paths = [folder, ...left].map((path) => `"${path}"`).join(' ');
  const list = `git -c core.quotePath=false ls-files -c -o -i --exclude-standard -- ${paths}`;
  const digests = `${list} | git hash-object --no-filters --stdin-paths`;
  return { cache: true, inputs: [{ runtime: list }, { runtime: digests }] };
}

/** Several of them for one target. */
export function allOf(parts: readonly HiddenInputs[]): HiddenInputs {
  return {
    cache: parts.every(({ cache }) => cache),
    inputs: parts.flatMap(({ inputs }) => inputs),
  };
}

// What a shell reads as it stands between double quotes.
const isPlain = (path: string): boolean => /^[\p{L}\p{N}_./ +,@=-]+$/u.test(path);
