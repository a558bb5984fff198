import type { DeclaredCheck } from './declared-check.js';

/**
 * Every path and glob that the checks may read, sorted, each once: what a build system must know as the
 * inputs of the validation. A command adds what its `reads` declares.
 */
export function checkedPaths(checks: readonly DeclaredCheck[]): readonly string[] {
  return [...new Set(checks.flatMap(pathsOf))].sort();
}

function pathsOf(check: DeclaredCheck): readonly string[] {
  switch (check.kind) {
    case 'json':
      return check.files;
    case 'json-schema':
      return [...check.files, check.schema];
    case 'ndjson':
      return [check.file, ...(typeof check.count === 'object' ? [check.count.file] : [])];
    case 'equals':
      return check.values.flatMap((value) => ('constant' in value ? [] : [value.file]));
    case 'exists':
      return check.paths;
    case 'command':
      return check.reads;
    case 'all-passed':
      return [];
  }
}
