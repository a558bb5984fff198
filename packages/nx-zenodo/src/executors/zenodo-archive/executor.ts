import { archiveRelease } from '../../archive/archive-release.js';
import { findTag } from '../../archive/node/find-tag.js';
import { withArchive } from '../../archive/node/make-archive.js';
import { publishRelease } from '../../deploy/publish-release.js';
import { decideEnvironment } from '../../environment/node/open-target.js';
import { formatSummary } from '../../terminal/summary.js';
import { archiveExecutor } from '../run.js';

export default archiveExecutor('zenodo-archive', async (input) => {
  const { archive, options, workspaceRoot, serveCommand, say, tell } = input;
  const found = await findTag(archive, options.tag);
  if (found.kind === 'skipped') {
    say(`ℹ Nothing is archived: ${found.reason}`);
    return;
  }
  const environment = decideEnvironment(options.environment);
  await withArchive(archive, found.release, async ({ chain, root, findings }) => {
    tell(findings);
    const uploads = chain.bundle.entries.length;
    say(
      `✓ The tree of ${found.release.tag} holds: ${chain.frozenFiles} files, ${uploads} to upload`,
    );
    const config = archiveRelease(archive, found.release);
    const publication = { config, chain, root, workspaceRoot, say };
    const published = await publishRelease(publication, { ...options, environment });
    if (published === null) return;
    const { receipt, path } = published;
    say(await formatSummary(receipt, chain.metadata, path, serveCommand));
  });
});
