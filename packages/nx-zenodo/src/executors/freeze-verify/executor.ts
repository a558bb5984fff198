import { outputPath, writeWhole } from '../../chain/release-output.js';
import { proveRelease } from '../../chain/verified.js';
import { byteCount } from '../../terminal/byte-count.js';
import { executor } from '../run.js';

export default executor('freeze-verify', async ({ config, say }) => {
  const release = await proveRelease(config);
  await writeWhole(config.root, outputPath('verified'), `${JSON.stringify(release, null, 2)}\n`);
  const bytes = release.files.reduce((sum, file) => sum + file.size, 0);
  say(
    `✓ ${config.signature}: ${release.files.length} files are as they were frozen (${byteCount(bytes)})`,
  );
});
