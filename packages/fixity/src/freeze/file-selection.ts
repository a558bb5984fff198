import type picomatch from 'picomatch';

/** Which paths a freeze takes, decided by globs alone. */
export interface FileSelection {
  /** True when the file is frozen. */
  takes(path: string): boolean;
  /** True when a file below this folder could be frozen, so that the folder must be looked into. */
  reaches(folder: string): boolean;
}

// Without the flag, `**` leaves out every name with a line feed in it, and the file is not frozen.
const options = { dot: true, nonegate: true, flags: 's' };

/** Globs are relative to the root and match names that begin with a dot; `.git` is never taken. */
export function selectFiles(
  compile: typeof picomatch,
  include: readonly string[],
  exclude: readonly string[],
): FileSelection {
  const patterns = include.map((pattern) => pattern.replace(/^\.\//, ''));
  const included = compile(patterns, options);
  const excluded = compile([...exclude, '**/.git', '**/.git/**'], options);
  const prefixes = patterns.map((pattern) => prefixMatcher(compile, pattern));
  return {
    takes: (path) => included(path) && !excluded(path),
    reaches: (folder) =>
      !excluded(folder) &&
      !excluded(`${folder}/`) &&
      prefixes.some((matches) => matches(folder.split('/'))),
  };
}

// Compares segment by segment up to the first `**`; braces and groups may hide a slash: they reach everywhere.
function prefixMatcher(
  compile: typeof picomatch,
  pattern: string,
): (folders: readonly string[]) => boolean {
  if (/[{(]/.test(pattern)) return () => true;
  const segments = pattern.split('/');
  const globstar = segments.indexOf('**');
  const fixed = (globstar === -1 ? segments.slice(0, -1) : segments.slice(0, globstar)).map(
    (segment) => compile(segment, { dot: true, flags: 's' }),
  );
  return (folders) =>
    folders.slice(0, fixed.length).every((name, at) => fixed[at]?.(name) === true) &&
    (globstar !== -1 || folders.length <= fixed.length);
}
