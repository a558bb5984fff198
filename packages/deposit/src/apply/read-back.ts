import { DepositError } from '../deposit-error.js';
import { fileFindings, verifyFiles } from '../verify/verify-files.js';
import { tellCommunities } from './tell-communities.js';
import type { DepositRun } from './deposit-run.js';

/**
 * Reads the published record, downloads every file that it serves and compares its SHA-256 with the bundle;
 * then tells what became of communities and DOI.
 *
 * @throws DepositError NZ6012 with every file that differs
 */
export async function readBack(run: DepositRun, recordId: number, doi: string): Promise<void> {
  const record = await run.client.readRecord(recordId);
  const verified = await verifyFiles(run.client, record, run.desired.files, run.report);
  const [first, ...others] = fileFindings(record, verified);
  if (first !== undefined) throw new DepositError([first, ...others]);
  run.report({ kind: 'read-back', recordId, files: verified.length });
  await tellCommunities(run, record);
  run.report({ kind: 'doi-state', doi, state: await run.client.readDoiState(doi) });
}
