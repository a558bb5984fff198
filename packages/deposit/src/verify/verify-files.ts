import type { RecordFile, ZenodoRecord } from '@nx-zenodo/zenodo-api';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { stop } from '../deposit-error.js';
import type { DepositFinding } from '../deposit-error.js';
import type { Report } from '../deposit-event.js';
import type { FileVerification } from './record-verification.js';

/** What was published, by the digest that is trusted. */
export interface PublishedFile {
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
}

/** Downloads every file that the record serves, one after the other, and digests what arrives. */
export async function verifyFiles(
  client: ZenodoClient,
  record: ZenodoRecord,
  published: readonly PublishedFile[],
  report: Report,
): Promise<readonly FileVerification[]> {
  const verified: FileVerification[] = [];
  for (const { key, size, sha256 } of published) {
    const file = record.files.find((one) => one.key === key);
    const served = file === undefined ? null : await digest(client, record, file, report);
    if (served?.sha256 === sha256) report({ kind: 'file-verified', key, size, sha256 });
    verified.push({ key, size, sha256, served });
  }
  return verified;
}

async function digest(
  client: ZenodoClient,
  record: ZenodoRecord,
  file: RecordFile,
  report: Report,
): Promise<FileVerification['served']> {
  const { key, size } = file;
  const seen = await client.digestContent(record.id, file, (receivedBytes) =>
    report({ kind: 'download-progress', key, receivedBytes, size }),
  );
  return { size: seen.size, sha256: seen.sha256 };
}

/** Every file that differs, is missing, or was not published. */
export function fileFindings(
  record: ZenodoRecord,
  verified: readonly FileVerification[],
): readonly DepositFinding[] {
  const keys = new Set(verified.map((file) => file.key));
  const wrong = verified.flatMap((file) => {
    if (file.served?.sha256 === file.sha256) return [];
    const served =
      file.served === null
        ? 'serves no such file'
        : `serves ${file.served.size} bytes with SHA-256 ${file.served.sha256}`;
    return [
      finding(
        file.key,
        `Record ${record.id} ${served}; published were ${file.size} bytes with ${file.sha256}.`,
      ),
    ];
  });
  const extra = record.files
    .filter((file) => !keys.has(file.key))
    .map((file) => finding(file.key, `Record ${record.id} serves a file that was not published.`));
  return [...wrong, ...extra];
}

function finding(file: string, message: string): DepositFinding {
  const cure =
    'Publish a corrected version under a new version number, and report the difference to Zenodo.';
  return { ...stop('NZ6012', message, cure), place: { file } };
}
