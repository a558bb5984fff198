import { formatFindings } from '@nx-zenodo/findings';
import { FixityError } from '../../findings/fixity-error.js';
import { formatFreeze } from '../../outcome/format-outcome.js';
import { freezeRelease } from '../freeze-release.js';
import type { CommandProcess, ExitStatus } from './command-process.js';
import type { CommandOptions } from './options.js';
import { tell } from './tell.js';

/** `freeze`: writes the signature and says what changed. */
export async function freezeCommand(
  options: CommandOptions,
  host: CommandProcess,
): Promise<ExitStatus> {
  const { root, signature, include, exclude, overwrite, tag } = options;
  const request = { root, signature, include, exclude, overwrite };
  try {
    const frozen = await freezeRelease(tag === undefined ? request : { ...request, tag });
    await tell(options, host, { findings: [], ...frozen }, () => formatFreeze(frozen));
    return 0;
  } catch (error) {
    if (!(error instanceof FixityError)) throw error;
    const { findings } = error;
    await tell(options, host, { findings }, () => `${formatFindings(findings)}\n`);
    return 1;
  }
}
