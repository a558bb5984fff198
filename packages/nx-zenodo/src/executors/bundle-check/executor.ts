import { checkBundleAtTag, decodeBundle } from '@nx-zenodo/bundle';
import { parseOutput, readOutput } from '../../chain/release-output.js';
import { PluginError } from '../../plugin-error.js';
import { executor } from '../run.js';

export default executor('bundle-check', async ({ config, options, say }) => {
  const bundle = parseOutput('bundle', await readOutput(config.root, 'bundle'), decodeBundle);
  const tag = options.tag ?? config.tag;
  const findings = await checkBundleAtTag({ root: config.root, bundle, tag });
  if (findings.length > 0) throw PluginError.of(findings);
  say(`✓ The bundle built from ${tag} is the bundle on disk: ${bundle.entries.length} files`);
});
