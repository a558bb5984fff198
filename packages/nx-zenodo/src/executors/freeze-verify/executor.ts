import { relative } from 'node:path';
import { formatFindings, formatSarif, isError } from '@nx-zenodo/findings';
import { outputPath, writeWhole } from '../../chain/release-output.js';
import { formatVerified } from '../../chain/verified.js';
import { checkFreeze } from '../../freeze/check-freeze.js';
import { PluginError } from '../../plugin-error.js';
import { sarifTool } from '../../plugin-version.js';
import { byteCount } from '../../terminal/byte-count.js';
import { executor } from '../run.js';

export default executor('freeze-verify', async ({ config, options, workspaceRoot, say }) => {
  const { findings, release } = await checkFreeze(config, options);
  if (options.sarif !== undefined) {
    const base = relative(workspaceRoot, config.root).replaceAll('\\', '/');
    await writeWhole(workspaceRoot, options.sarif, formatSarif(findings, sarifTool, base));
  }
  if (options.json) say(JSON.stringify({ findings, release }, null, 2));
  if (release === null || findings.some(isError)) throw PluginError.of(findings);
  await writeWhole(config.root, outputPath('verified'), formatVerified(release));
  if (findings.length > 0) say(formatFindings(findings));
  const bytes = release.files.reduce((sum, file) => sum + file.size, 0);
  const { length } = release.files;
  say(`✓ ${config.signature}: ${length} files are as they were frozen (${byteCount(bytes)})`);
});
