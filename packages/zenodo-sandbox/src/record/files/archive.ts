import { refuse } from '../../http/refusal.js';
import type { Response } from '../../http/response.js';
import { isCompleted, type FileEntry } from '../../model/file-entry.js';

/** Zenodo packs no more than this (contract C.2). */
const archiveLimit = 300_000_000;

/** All files as one zip. */
export function archive(files: readonly FileEntry[], name: string): Response {
  const completed = files.filter(isCompleted);
  const total = completed.reduce((sum, { content }) => sum + content.size, 0);
  if (total > archiveLimit) {
    throw refuse(400, 'Archive size exceeds the limit. Please download the files individually.');
  }
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename=${name}.zip`,
      'X-Content-Type-Options': 'nosniff',
    },
    body: {
      kind: 'archive',
      files: completed.map(({ key, content }) => ({ key: safeMember(key), content })),
    },
  };
}

// A key may be anything; a member of a zip must not climb out of where it is unpacked.
function safeMember(key: string): string {
  return key
    .split(/[/\\]/)
    .map((part) => (part === '' || part === '.' || part === '..' ? '_' : part))
    .join('/');
}
