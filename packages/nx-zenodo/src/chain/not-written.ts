import { isCodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** What is to be done about an answer of the system (errno(3)). */
const cures: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room on the disk, then run it again.',
  EDQUOT: 'Make room within the quota, then run it again.',
  EFBIG: 'Raise the limit on the size of files (ulimit -f), then run it again.',
  EACCES: 'Make the folder writable for the user who runs this.',
  EPERM: 'Make the folder writable for the user who runs this.',
  EROFS: 'Run it where the file system can be written.',
  EISDIR: 'A folder stands in the place of the file: remove it, or name another file.',
  ENOTDIR: 'A file stands in the place of a folder: remove it, or name another path.',
  EEXIST: 'A file stands in the place of a folder: remove it, or name another path.',
};

// What is met by writing alone, wherever it happens; the others are met by reading, too.
const onlyByWriting = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'];

/** NZ9028 for an error of the system that nobody on the way put into words and that only writing can meet, else null. */
export function writingFailed(thrown: unknown): Finding | null {
  const isSystem = thrown instanceof Error && 'code' in thrown && !isCodedError(thrown);
  if (!isSystem || !onlyByWriting.includes(String(thrown.code))) return null;
  const finding = notWritten(pathOf(thrown), thrown);
  // A file that is open already is not named by the system.
  return finding.place?.file === '' ? { ...finding, place: {} } : finding;
}

function pathOf(error: Error): string {
  return 'path' in error && typeof error.path === 'string' ? error.path : '';
}

/** NZ9028: the system did not let a file be written; what stood there before is untouched. */
export function notWritten(path: string, cause: unknown): Finding {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return {
    code: 'NZ9028',
    severity: 'error',
    message: `The file cannot be written: ${code}.`,
    cure: cures[code] ?? 'Cure what the system reports, then run it again.',
    place: { file: path },
  };
}
