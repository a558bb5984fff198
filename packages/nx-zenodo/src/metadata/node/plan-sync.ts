import {
  lossReason,
  lostComments,
  readSourceText,
  resolveReleaseMetadata,
  syncFile,
} from '@nx-zenodo/metadata';
import type { SyncedFile } from '@nx-zenodo/metadata';
import { PluginError } from '../../plugin-error.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { metadataRequest } from '../metadata-request.js';
import type { FileChange } from '../file-change.js';

/**
 * What has to change in the other metadata files so that they state the facts of the strongest source,
 * which is the metadata file of the release where it stands.
 * @throws PluginError with the findings when the metadata cannot be resolved, drift apart.
 */
export async function planSync(
  config: ReleaseConfig,
  files: readonly SyncedFile[],
): Promise<readonly FileChange[]> {
  const request = { ...metadataRequest(config), acceptsDrift: true };
  const { metadata, findings } = await resolveReleaseMetadata(request);
  if (metadata === null) throw PluginError.of(findings);
  const changes: FileChange[] = [];
  for (const path of new Set(files)) {
    const { text: before, findings: refused } = await readSourceText(config.root, path);
    if (refused.length > 0) throw PluginError.of(refused);
    const after = await syncFile(path, before, metadata.deposit);
    if (after === null) continue;
    const isYaml = before !== null && path === 'CITATION.cff';
    const lost = isYaml ? await lostComments(before, after) : [];
    changes.push({ path, before, after, reasons: lost.map(lossReason) });
  }
  return changes;
}
