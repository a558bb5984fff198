/** Files that a target reads. */
export interface FileSet {
  /** POSIX paths relative to the project, every one of them literal. */
  readonly paths: readonly string[];
  /** The same as inputs of Nx: the paths, or the folders that hold them; null: the whole project. */
  readonly patterns: readonly string[] | null;
}

// Nx hashes a glob faster than a long list.
const mostInputs = 2000;

/** The set of some files: as they are where they are few, by their folders where they are many. */
export function fileSet(paths: readonly string[]): FileSet {
  if (paths.length <= mostInputs && !paths.some(hasGlobCharacters))
    return { paths, patterns: paths };
  const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))];
  const isKnown = folders.length <= mostInputs && !folders.some(hasGlobCharacters);
  return { paths, patterns: isKnown ? folders.sort().map((folder) => `${folder}*`) : null };
}

/** True when Nx would read a path as a glob. */
export function hasGlobCharacters(path: string): boolean {
  return /[*?[\]{}()!]/.test(path);
}
