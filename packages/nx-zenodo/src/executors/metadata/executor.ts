import { isCodedError, visible } from '@nx-zenodo/findings';
import { parseManifest } from '@nx-zenodo/manifest';
import { formatOrigins, formatReview } from '@nx-zenodo/metadata';
import { sha256Text } from '../../chain/digest.js';
import { makeMetadata } from '../../chain/metadata.js';
import type { ResolvedMetadata } from '../../chain/metadata.js';
import { outputPath, readOutput, writeWhole } from '../../chain/release-output.js';
import { knownDoi } from '../../metadata/known-doi.js';
import { formatMetadataFiles, metadataFolder } from '../../metadata/metadata-files.js';
import { formatMetadataReport } from '../../metadata/metadata-report.js';
import { readReservation } from '../../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { executor } from '../run.js';

export default executor('metadata', async ({ config, options, say, tell }) => {
  const manifest = await readOutput(config.root, 'manifest');
  let resolved: ResolvedMetadata;
  try {
    resolved = await makeMetadata(config, sha256Text(manifest));
  } catch (thrown) {
    if (options.json && isCodedError(thrown)) say(formatMetadataReport(null, thrown.findings));
    throw thrown;
  }
  const { metadata, findings } = resolved;
  const files = await writeFiles(config, resolved);
  if (options.json) {
    say(formatMetadataReport(metadata, findings));
    return;
  }
  if (options.explain) say(visible(formatOrigins(metadata)));
  tell(findings);
  say(visible(formatReview(metadata, parseManifest(manifest).release.tag)));
  say(`✓ ${outputPath('metadata')}, and ${files} files in ${metadataFolder}`);
});

async function writeFiles(config: ReleaseConfig, resolved: ResolvedMetadata): Promise<number> {
  const { deposit } = resolved.metadata;
  const doi = knownDoi(deposit, await readReservation(config, 'production'));
  const files = await formatMetadataFiles(deposit, doi);
  for (const { path, text } of files) await writeWhole(config.root, path, text);
  await writeWhole(config.root, outputPath('metadata'), resolved.text);
  return files.length;
}
