import { discardOpenDrafts, listOpenDrafts } from '@nx-zenodo/deposit';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { formatDraftTable } from '../../terminal/draft-table.js';
import { executor } from '../run.js';

export default executor('zenodo-drafts', async ({ options, workspaceRoot, say }) => {
  const target = await openTarget(decideEnvironment(options.environment), workspaceRoot);
  try {
    const client = createZenodoClient({ apiUrl: target.apiUrl, token: target.token });
    if (options.discard.length > 0) {
      const discarded = await discardOpenDrafts(client, options.discard);
      for (const id of discarded) say(`✓ Discarded draft: ${id}`);
      const kept = options.discard.filter((id) => !discarded.includes(id));
      for (const id of kept) say(`ℹ ${id} is no open draft; nothing was done with it`);
    }
    say(formatDraftTable(await listOpenDrafts(client)));
  } finally {
    await target.close();
  }
});
