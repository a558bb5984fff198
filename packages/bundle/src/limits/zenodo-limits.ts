import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';

/** A file that is to be uploaded, before its bytes are read. */
export interface PlannedUpload {
  readonly key: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** What Zenodo accepts in one record (help.zenodo.org, "Which files can be uploaded?"; REST API, "Quotas"). */
export const zenodoLimits = {
  files: 100,
  /** 50 GB, decimal. */
  bytes: 50_000_000_000,
  /** Characters of a file key. */
  keyLength: 255,
} as const;

/** Holds an upload set against Zenodo's limits, so that nothing is refused after hours of upload. */
export function checkZenodoLimits(uploads: readonly PlannedUpload[]): readonly BundleFinding[] {
  return [
    ...checkTotals(uploads),
    ...uploads.flatMap((upload) => [...checkKey(upload), ...checkSize(upload)]),
    ...checkDistinct(uploads),
  ];
}

function checkTotals(uploads: readonly PlannedUpload[]): BundleFinding[] {
  const found: BundleFinding[] = [];
  if (uploads.length > zenodoLimits.files) {
    const message = `The record would have ${uploads.length} files, Zenodo takes ${zenodoLimits.files}.`;
    found.push(finding('NZ4001', message));
  }
  const bytes = uploads.reduce((sum, { size }) => sum + size, 0);
  if (bytes > zenodoLimits.bytes) {
    const message = `The record would have ${bytes} bytes, Zenodo takes ${zenodoLimits.bytes} (50 GB).`;
    found.push(finding('NZ4002', message));
  }
  return found;
}

function checkKey({ key, path }: PlannedUpload): BundleFinding[] {
  const problem = keyProblem(key);
  const told = `The name ${JSON.stringify(key)} cannot be a file key on Zenodo: it ${problem}.`;
  return problem === undefined ? [] : [finding('NZ4004', told, { file: path })];
}

// The bucket address has one segment for the key: neither `/` nor `%2F` reaches a file there.
function keyProblem(key: string): string | undefined {
  const characters = [...key].length;
  if (characters > zenodoLimits.keyLength) {
    return `has ${characters} characters, ${zenodoLimits.keyLength} are allowed`;
  }
  if (key === '' || key === '.' || key === '..') return 'names no file';
  if (/[/\\]/.test(key)) return 'contains a slash';
  if (/\p{Cc}/u.test(key)) return 'contains a control character';
  if (/^\s|\s$/.test(key)) return 'begins or ends with a blank';
  if (key.normalize('NFC') !== key) return 'is not in Unicode normalisation form C';
  return undefined;
}

function checkSize({ path, size }: PlannedUpload): BundleFinding[] {
  return size > 0
    ? []
    : [finding('NZ4003', 'The file is empty; Zenodo takes no 0-byte file.', { file: path })];
}

function checkDistinct(uploads: readonly PlannedUpload[]): BundleFinding[] {
  const paths = new Map<string, string[]>();
  for (const { key, path } of uploads) paths.set(key, [...(paths.get(key) ?? []), path]);
  return [...paths]
    .filter(([, twins]) => twins.length > 1)
    .map(([key, twins]) => {
      const message = `${twins.length} files would have the name ${key} on Zenodo: ${twins.join(', ')}.`;
      return finding('NZ4005', message, { file: twins[1] ?? key });
    });
}
