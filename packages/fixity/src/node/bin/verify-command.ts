import { isError } from '@nx-zenodo/findings';
import type { FixityFinding } from '../../findings/fixity-error.js';
import { formatVerification } from '../../outcome/format-outcome.js';
import { checkFreezeInGit } from '../git/check-freeze-in-git.js';
import { examineRelease } from '../verify-release.js';
import type { CommandProcess, ExitStatus } from './command-process.js';
import type { CommandOptions } from './options.js';
import { tell } from './tell.js';

/** `verify`: work tree against signature and, with a tag, signature against git. */
export async function verifyCommand(
  options: CommandOptions,
  host: CommandProcess,
): Promise<ExitStatus> {
  const { findings: found, files, bytes } = await examineRelease(options);
  const findings = [...found, ...(await findInGit(options))];
  const passed = !findings.some(isError);
  const outcome = { signature: options.signature, passed, files, bytes, findings };
  await tell(options, host, outcome, () => formatVerification(outcome));
  return passed ? 0 : 1;
}

async function findInGit(options: CommandOptions): Promise<readonly FixityFinding[]> {
  const { root, signature, tag, mode, allowed, freezeRecord } = options;
  if (tag === undefined) return [];
  const record = freezeRecord === undefined ? {} : { freezeRecord };
  const { findings } = await checkFreezeInGit({ root, signature, tag, mode, allowed, ...record });
  return findings;
}
