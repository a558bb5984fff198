import { findTag } from '../../archive/node/find-tag.js';
import { withArchive } from '../../archive/node/make-archive.js';
import { archiveFolder } from '../../archive/archive-release.js';
import { byteCount } from '../../terminal/byte-count.js';
import { archiveExecutor } from '../run.js';

export default archiveExecutor('archive', async ({ archive, options, say, tell }) => {
  const found = await findTag(archive, options.tag);
  if (found.kind === 'skipped') {
    say(`ℹ Nothing is archived: ${found.reason}`);
    return;
  }
  const { chain, findings } = await withArchive(archive, found.release, async (made) => made);
  tell(findings);
  for (const { key, size, sha256 } of chain.bundle.entries) {
    say(`  ${key} (${byteCount(size)}, sha256 ${sha256})`);
  }
  say(`✓ ${archiveFolder}: ${chain.frozenFiles} files of ${found.release.tag}; nothing was sent`);
});
