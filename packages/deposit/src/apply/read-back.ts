import type { DoneDeposition } from '@nx-zenodo/zenodo-api';
import { compareFiles, formatFileDifference, isSameFiles } from '../compare/same-files.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DepositRun } from './deposit-run.js';

/**
 * Reads the published record and holds its files against the bundle.
 *
 * @throws DepositError NZ6012 where the record serves something else
 */
export async function readBack(run: DepositRun, deposition: DoneDeposition): Promise<void> {
  const record = await run.client.readRecord(deposition.id);
  if (!isSameFiles(run.desired.files, record.files)) {
    const difference = formatFileDifference(compareFiles(run.desired.files, record.files));
    throw new DepositError([
      stop(
        'NZ6012',
        `Record ${record.id} is published, and its files are not those of the bundle (${difference}).`,
        'Publish a corrected version under a new version number, and report the difference to Zenodo.',
      ),
    ]);
  }
  run.report({ kind: 'read-back', recordId: record.id, files: record.files.length });
}
