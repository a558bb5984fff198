import type { BundleEntry } from '@nx-zenodo/bundle';
import type { UnsubmittedDeposition } from '@nx-zenodo/zenodo-api';
import type { BytesSeen } from '@nx-zenodo/zenodo-client';
import { isSameContent } from '../compare/same-files.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DepositRun } from './deposit-run.js';

const mostAttempts = 3;

/** Uploads side by side, a bounded number at a time; the first failure lets the running ones end and stops. */
export async function uploadFiles(
  run: DepositRun,
  draft: UnsubmittedDeposition,
  files: readonly BundleEntry[],
): Promise<void> {
  const queue = [...files];
  let failed = false;
  const work = async () => {
    for (let file = queue.shift(); file !== undefined && !failed; file = queue.shift()) {
      try {
        await uploadFile(run, draft, file);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: run.concurrency }, work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/**
 * One file: the bytes sent must be those of the bundle (SHA-256), and Zenodo must hold the bytes sent
 * (md5, size). What Zenodo holds otherwise is deleted and sent again.
 */
async function uploadFile(
  run: DepositRun,
  draft: UnsubmittedDeposition,
  file: BundleEntry,
): Promise<void> {
  const { key, size } = file;
  const path = await run.locate(file.path);
  for (let attempt = 1; ; attempt += 1) {
    run.report({ kind: 'upload-started', key, size });
    const { stored, sent } = await run.client.uploadFile(draft, { key, path, size }, (sentBytes) =>
      run.report({ kind: 'upload-progress', key, sentBytes, size }),
    );
    if (sent.sha256 !== file.sha256 || sent.md5 !== file.md5) {
      await deleteStored(run, draft, key);
      throw changedSinceBundle(file, sent);
    }
    if (stored.key === key && isSameContent(stored, { key, ...sent })) {
      run.report({ kind: 'uploaded', key, size, sha256: sent.sha256, md5: sent.md5 });
      return;
    }
    await deleteStored(run, draft, key);
    const reason = `Zenodo holds ${stored.size} bytes with md5 ${stored.md5}, sent were ${sent.size} with ${sent.md5}`;
    if (attempt === mostAttempts) throw storedDiffers(draft, key, reason);
    run.report({ kind: 'upload-repeated', key, reason });
  }
}

async function deleteStored(
  run: DepositRun,
  draft: UnsubmittedDeposition,
  key: string,
): Promise<void> {
  const files = await run.client.listFiles(draft.id);
  for (const file of files.filter((one) => one.key === key)) {
    await run.client.deleteFile(draft, file);
  }
}

function changedSinceBundle(file: BundleEntry, sent: BytesSeen): DepositError {
  return new DepositError([
    {
      ...stop(
        'NZ6007',
        `The bytes that were sent of ${file.key} have SHA-256 ${sent.sha256}, the bundle names ${file.sha256}: the file has changed. It was deleted from the draft, nothing was published.`,
        'Restore the file, or freeze, and build manifest, metadata and bundle again.',
      ),
      place: { file: file.path },
    },
  ]);
}

function storedDiffers(draft: UnsubmittedDeposition, key: string, reason: string): DepositError {
  return new DepositError([
    stop(
      'NZ6008',
      `${key} did not arrive whole in ${mostAttempts} attempts: ${reason}. It was deleted from draft ${draft.id}, nothing was published.`,
      'Run again; if it lasts, report it to Zenodo with both checksums.',
    ),
  ]);
}
