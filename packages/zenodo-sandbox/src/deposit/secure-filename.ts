/**
 * A file name as the old file API keeps it (contract A.7): path parts joined by `_`, spaces as `_`,
 * accents dropped, all that is not a letter, digit, `.`, `_` or `-` removed, no leading dots.
 */
export function secureFilename(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[/\\]/g, ' ')
    .trim()
    .split(/\s+/)
    .join('_')
    .replace(/[^A-Za-z0-9_.-]/g, '')
    .replace(/^[._]+|[._]+$/g, '');
}
