import { formatFindings } from '@nx-zenodo/findings';
import { formatOrigins } from '@nx-zenodo/metadata';
import { sha256Text } from '../../chain/digest.js';
import { makeMetadata } from '../../chain/metadata.js';
import { outputPath, readOutput, writeWhole } from '../../chain/release-output.js';
import { executor } from '../run.js';

export default executor('metadata', async ({ config, options, say }) => {
  const manifest = await readOutput(config.root, 'manifest');
  const resolved = await makeMetadata(config, sha256Text(manifest));
  await writeWhole(config.root, outputPath('metadata'), resolved.text);
  if (options.explain) say(formatOrigins(resolved.metadata));
  if (resolved.findings.length > 0) say(formatFindings(resolved.findings));
  const { title, version, publication_date: date } = resolved.metadata.deposit;
  say(`✓ ${outputPath('metadata')}: ${title}, ${version}, ${date}`);
});
