import type { InProgressDeposition, UnsubmittedDeposition } from '@nx-zenodo/zenodo-api';
import { compareFiles, formatFileDifference, isSameFiles } from '../compare/same-files.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DepositRun } from './deposit-run.js';

/**
 * The last look before a publish request: Zenodo lists exactly the files of the bundle, with their size and md5.
 *
 * @throws DepositError NZ6009 with every difference
 */
export async function compareWithList(
  run: DepositRun,
  draft: UnsubmittedDeposition | InProgressDeposition,
): Promise<void> {
  const wanted = run.desired.files;
  const present = await run.client.listFiles(draft.id);
  if (isSameFiles(wanted, present)) {
    const bytes = wanted.reduce((sum, file) => sum + file.size, 0);
    run.report({ kind: 'files-compared', files: wanted.length, bytes });
    return;
  }
  const difference = formatFileDifference(compareFiles(wanted, present));
  throw new DepositError([
    stop(
      'NZ6009',
      `Draft ${draft.id} does not hold exactly the files of the bundle (${difference}). Nothing was published.`,
      'Run again: what is missing or changed is sent again, what is too much is deleted.',
    ),
  ]);
}
