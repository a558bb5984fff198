/** A file as both sides can name it: Zenodo knows md5 and size, nothing stronger. */
export interface NamedContent {
  readonly key: string;
  readonly size: number;
  readonly md5: string;
}

/** How the files on Zenodo differ from those that shall be there. */
export interface FileDifference {
  /** Wanted, not there. */
  readonly missing: readonly string[];
  /** There under the same name with other content. */
  readonly changed: readonly string[];
  /** There, not wanted. */
  readonly extra: readonly string[];
}

/** Compares by name, size and md5. */
export function compareFiles(
  wanted: readonly NamedContent[],
  present: readonly NamedContent[],
): FileDifference {
  const there = new Map(present.map((file) => [file.key, file]));
  const keys = new Set(wanted.map((file) => file.key));
  return {
    missing: wanted.filter((file) => !there.has(file.key)).map((file) => file.key),
    changed: wanted
      .filter((file) => {
        const other = there.get(file.key);
        return other !== undefined && !isSameContent(file, other);
      })
      .map((file) => file.key),
    extra: present.filter((file) => !keys.has(file.key)).map((file) => file.key),
  };
}

/** Same size and md5. */
export function isSameContent(a: NamedContent, b: NamedContent): boolean {
  return a.size === b.size && a.md5 === b.md5;
}

/** True when exactly the wanted files are there. */
export function isSameFiles(
  wanted: readonly NamedContent[],
  present: readonly NamedContent[],
): boolean {
  const { missing, changed, extra } = compareFiles(wanted, present);
  return missing.length + changed.length + extra.length === 0;
}

/** The difference in words, for messages: `missing a.txt; changed b.txt; extra c.txt`. */
export function formatFileDifference(difference: FileDifference): string {
  const named = (word: string, keys: readonly string[]) =>
    keys.length === 0 ? [] : [`${word} ${keys.join(', ')}`];
  return [
    ...named('missing', difference.missing),
    ...named('changed', difference.changed),
    ...named('extra', difference.extra),
  ].join('; ');
}
