import { isCodedError, visible } from '@nx-zenodo/findings';
import { parseManifest } from '@nx-zenodo/manifest';
import type { Finding } from '@nx-zenodo/findings';
import { formatOrigins, formatReview, resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ResolvedRelease } from '@nx-zenodo/metadata';
import { sha256Text } from '../../chain/digest.js';
import { makeMetadata } from '../../chain/metadata.js';
import type { ResolvedMetadata } from '../../chain/metadata.js';
import { outputPath, readOutput, writeWhole } from '../../chain/release-output.js';
import { knownDoi } from '../../metadata/known-doi.js';
import { formatGithubComparison } from '../../metadata/github-comparison.js';
import { formatMetadataFiles, metadataFolder } from '../../metadata/metadata-files.js';
import { formatMetadataReport } from '../../metadata/metadata-report.js';
import { metadataRequest } from '../../metadata/metadata-request.js';
import { readComparison } from '../../metadata/node/read-comparison.js';
import { readReservation } from '../../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { executor } from '../run.js';

export default executor('metadata', async ({ config, options, say, tell, note }) => {
  const manifest = await readOutput(config.root, 'manifest');
  let resolved: ResolvedMetadata;
  try {
    resolved = await makeMetadata(config, sha256Text(manifest));
  } catch (thrown) {
    if (isCodedError(thrown)) await explainRefusal(config, options, thrown.findings, say);
    throw thrown;
  }
  const { metadata, findings } = resolved;
  const files = await writeFiles(config, resolved);
  if (options.json) {
    const { deposit, origins } = metadata;
    const githubIntegration = await readComparison(config, metadata);
    say(formatMetadataReport({ metadata: deposit, origins, findings, githubIntegration }));
    note(findings);
    return;
  }
  if (options.explain) await explain(config, metadata, say);
  tell(findings);
  say(visible(formatReview(metadata, parseManifest(manifest).release.tag)));
  say(`✓ ${outputPath('metadata')}, and ${files} files in ${metadataFolder}`);
});

type Say = (line: string) => void;
type Merged = ResolvedRelease['merged'];

async function explain(config: ReleaseConfig, merged: Merged, say: Say): Promise<void> {
  say(visible(formatOrigins(merged)));
  say(visible(formatGithubComparison(await readComparison(config, merged))));
}

/** What was asked for is also told of metadata that cannot be sent, as far as it can be read. */
async function explainRefusal(
  config: ReleaseConfig,
  options: { readonly json: boolean; readonly explain: boolean },
  findings: readonly Finding[],
  say: Say,
): Promise<void> {
  if (!options.json && !options.explain) return;
  const { merged } = await resolveReleaseMetadata(metadataRequest(config));
  if (!options.json) {
    await explain(config, merged, say);
    return;
  }
  const githubIntegration = await readComparison(config, merged);
  const { origins } = merged;
  say(formatMetadataReport({ metadata: null, origins, findings, githubIntegration }));
}

async function writeFiles(config: ReleaseConfig, resolved: ResolvedMetadata): Promise<number> {
  const { deposit } = resolved.metadata;
  const doi = knownDoi(deposit, await readReservation(config, 'production'));
  const files = await formatMetadataFiles(deposit, doi);
  for (const { path, text } of files) await writeWhole(config.root, path, text);
  await writeWhole(config.root, outputPath('metadata'), resolved.text);
  return files.length;
}
