/** A path as it was written in a file, read as a path below the release root. */
export type ReleasePathReading =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: 'NZ1007' | 'NZ1014'; readonly reason: string };

// What nearly every path is: ASCII segments that begin with a letter, a digit, `_` or `-`.
const plainPath = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/**
 * Reads a written path: `./` and doubled slashes are dropped, everything that could name a place outside the
 * root on any platform is refused, whichever platform this runs on.
 */
export function parseReleasePath(written: string): ReleasePathReading {
  if (plainPath.test(written)) return { ok: true, path: written };
  const path = withoutEmptySegments(written);
  const outside = reasonOutside(written) ?? reasonOutside(path);
  if (outside !== undefined) return { ok: false, code: 'NZ1007', reason: outside };
  if (/\p{Surrogate}/u.test(path)) {
    return { ok: false, code: 'NZ1014', reason: 'is not well-formed Unicode' };
  }
  if (path.normalize('NFC') !== path) {
    return { ok: false, code: 'NZ1014', reason: 'is not in Unicode normalisation form C' };
  }
  return { ok: true, path };
}

function reasonOutside(path: string): string | undefined {
  if (path === '') return 'names no file';
  if (path.includes('\0')) return 'contains a NUL character';
  if (/^[/\\]/.test(path)) return 'is absolute';
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive letter';
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path)) return 'climbs with ".."';
  return undefined;
}

function withoutEmptySegments(written: string): string {
  if (!/(?:^|\/)\.?(?:\/|$)/.test(written)) return written;
  const named = written.split('/').filter((segment) => segment !== '' && segment !== '.');
  return named.join('/');
}
