import { newestTag, tagOfVersion } from '../../archive/node/find-tag.js';
import { finalizeRelease } from '../../finalize/finalize-release.js';
import { readReceiptAt } from '../../receipt/node/read-receipts.js';
import { executor } from '../run.js';
import type { Step } from '../run.js';

const finalize: Step<'zenodo-finalize'> = async (input) => {
  const { config, archive, options, workspaceRoot, say } = input;
  const { receipt = config.receipt, dryRun = process.env['NX_DRY_RUN'] === 'true' } = options;
  const run = { ...options, receipt, dryRun, isArchive: archive !== null };
  await finalizeRelease(config, run, workspaceRoot, say);
};

// A receipt that is named says of which tag it is.
export default executor('zenodo-finalize', finalize, async (archive, { receipt: path }) => {
  const receipt = path === undefined ? null : await readReceiptAt(archive.root, path);
  return receipt === null ? newestTag(archive) : tagOfVersion(archive, receipt.release.version);
});
