import { makeManifest } from '../../chain/manifest.js';
import { outputPath, writeWhole } from '../../chain/release-output.js';
import { readValidation } from '../../chain/validation.js';
import { proveRelease } from '../../chain/verified.js';
import { executor } from '../run.js';

export default executor('manifest', async ({ config, say }) => {
  const release = await proveRelease(config);
  const manifest = await makeManifest(config, release, await readValidation(config));
  await writeWhole(config.root, outputPath('manifest'), manifest.text);
  say(`✓ ${outputPath('manifest')} (sha256 ${manifest.sha256})`);
});
