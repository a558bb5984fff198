import type { DocumentPath } from './placed-document.js';

/** A value of which parts were left out, and where each part that is left stood before. */
export interface Remainder {
  readonly value: unknown;
  readonly origin: (path: DocumentPath) => DocumentPath;
}

const keyOf = (path: DocumentPath): string => JSON.stringify(path);

/** A copy without the values at these paths; members of a list behind one that is left out move up. */
export function withoutPaths(value: unknown, paths: readonly DocumentPath[]): Remainder {
  const left = new Set(paths.map(keyOf));
  const kept = new Map<string, readonly number[]>();
  const copy = (part: unknown, before: DocumentPath, after: DocumentPath): unknown => {
    if (Array.isArray(part)) {
      const indexes = part.flatMap((_, index) =>
        left.has(keyOf([...before, index])) ? [] : [index],
      );
      kept.set(keyOf(after), indexes);
      return indexes.map((index, at) => copy(part[index], [...before, index], [...after, at]));
    }
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part).filter(([key]) => !left.has(keyOf([...before, key])));
    return Object.fromEntries(
      members.map(([key, member]) => [key, copy(member, [...before, key], [...after, key])]),
    );
  };
  const origin = (path: DocumentPath): DocumentPath =>
    path.map((step, at) =>
      typeof step === 'number' ? (kept.get(keyOf(path.slice(0, at)))?.[step] ?? step) : step,
    );
  return paths.length === 0
    ? { value, origin: (path) => path }
    : { value: copy(value, [], []), origin };
}
