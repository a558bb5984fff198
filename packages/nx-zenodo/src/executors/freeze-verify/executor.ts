import { isError } from '@nx-zenodo/findings';
import { outputPath, writeWhole } from '../../chain/release-output.js';
import { formatVerified } from '../../chain/verified.js';
import { checkFreeze } from '../../freeze/check-freeze.js';
import { PluginError } from '../../plugin-error.js';
import { byteCount } from '../../terminal/byte-count.js';
import { executor } from '../run.js';

export default executor('freeze-verify', async ({ config, options, say, tell }) => {
  const { findings, release } = await checkFreeze(config, options);
  if (options.json) say(JSON.stringify({ findings, release }, null, 2));
  if (release === null || findings.some(isError)) throw PluginError.of(findings);
  await writeWhole(config.root, outputPath('verified'), formatVerified(release));
  tell(findings);
  const bytes = release.files.reduce((sum, file) => sum + file.size, 0);
  const { length } = release.files;
  say(`✓ ${config.signature}: ${length} files are as they were frozen (${byteCount(bytes)})`);
});
