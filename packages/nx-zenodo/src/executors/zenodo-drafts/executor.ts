import { listOpenDrafts, listOwnRecords } from '@nx-zenodo/deposit';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { confirmTidying } from '../../drafts/node/confirm-tidying.js';
import { formatTidyRequests, isTidying, tidyUp } from '../../drafts/tidy-up.js';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { formatDraftTable, formatRecordTable } from '../../terminal/draft-table.js';
import { executor } from '../run.js';

export default executor('zenodo-drafts', async ({ options, workspaceRoot, say }) => {
  const environment = decideEnvironment(options.environment);
  const { dryRun = process.env['NX_DRY_RUN'] === 'true' } = options;
  if (isTidying(options) && !dryRun) await confirmTidying(options, environment, options.confirm);
  const target = await openTarget(environment, workspaceRoot);
  try {
    const client = createZenodoClient({ apiUrl: target.apiUrl, token: target.token });
    if (dryRun && isTidying(options)) say(formatTidyRequests(options, target.apiUrl));
    if (!dryRun) await tidyUp(client, options, say);
    say(formatDraftTable(await listOpenDrafts(client)));
    if (options.records) say(formatRecordTable(await listOwnRecords(client)));
  } finally {
    await target.close();
  }
});
