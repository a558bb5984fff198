/** A path as it was written in a file, read as a path below the release root. */
export type ReleasePathReading =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: 'NZ1007' | 'NZ1014'; readonly reason: string };

/**
 * Reads a written path: `./` and doubled slashes are dropped, everything that could name a place outside the
 * root on any platform is refused, whichever platform this runs on.
 */
export function parseReleasePath(written: string): ReleasePathReading {
  const outside = reasonOutside(written);
  if (outside !== undefined) return { ok: false, code: 'NZ1007', reason: outside };
  if (/\p{Surrogate}/u.test(written)) {
    return { ok: false, code: 'NZ1014', reason: 'is not well-formed Unicode' };
  }
  if (written.normalize('NFC') !== written) {
    return { ok: false, code: 'NZ1014', reason: 'is not in Unicode normalisation form C' };
  }
  if (!needsNormalising(written)) return { ok: true, path: written };
  const path = written
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
  if (path === '') return { ok: false, code: 'NZ1007', reason: 'names the root itself' };
  return { ok: true, path };
}

function reasonOutside(written: string): string | undefined {
  if (written === '') return 'is empty';
  if (written.includes('\0')) return 'contains a NUL character';
  if (/^[/\\]/.test(written)) return 'is absolute';
  if (/^[A-Za-z]:/.test(written)) return 'begins with a drive letter';
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(written)) return 'climbs with ".."';
  return undefined;
}

function needsNormalising(written: string): boolean {
  return /(?:^|\/)\.?(?:\/|$)/.test(written);
}
