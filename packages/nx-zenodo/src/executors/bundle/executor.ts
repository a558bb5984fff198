import { makeBundle } from '../../chain/bundle.js';
import { sha256Text } from '../../chain/digest.js';
import { outputPath, readOutput, writeWhole } from '../../chain/release-output.js';
import { byteCount } from '../../terminal/byte-count.js';
import { executor } from '../run.js';

export default executor('bundle', async ({ config, say }) => {
  const manifest = await readOutput(config.root, 'manifest');
  const metadata = await readOutput(config.root, 'metadata');
  const { bundle, text } = await makeBundle(config, sha256Text(manifest), sha256Text(metadata));
  await writeWhole(config.root, outputPath('bundle'), text);
  for (const entry of bundle.entries) say(`  ${entry.key} (${byteCount(entry.size)})`);
  say(`✓ ${outputPath('bundle')}: ${bundle.entries.length} files to upload`);
});
