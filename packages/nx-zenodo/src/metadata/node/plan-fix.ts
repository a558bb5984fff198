import { isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import {
  fixCitationFile,
  fixDepositFile,
  readSourceText,
  resolveReleaseMetadata,
} from '@nx-zenodo/metadata';
import type { FixedFile } from '@nx-zenodo/metadata';
import { PluginError } from '../../plugin-error.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import type { FileChange } from '../file-change.js';
import { metadataRequest } from '../metadata-request.js';

/** Findings of the resolver that say that a file is absent, no text, no JSON, too large, or not ours to read. */
const unreadable = new Set<string>(['NZ3001', 'NZ3002', 'NZ3006', 'NZ3007']);

type FixFile = (text: string, path: string) => Promise<FixedFile | null>;

/**
 * What a machine can set right in the metadata file of the release, in `.zenodo.json` and in CITATION.cff,
 * whichever stand.
 * @throws PluginError with the findings where one of them cannot be read, or nothing describes the release.
 */
export async function planFix(config: ReleaseConfig): Promise<readonly FileChange[]> {
  const files: readonly { readonly path: string; readonly fix: FixFile }[] = [
    { path: config.metadata, fix: (text, path) => fixDepositFile(text, path, config) },
    { path: '.zenodo.json', fix: (text, path) => fixDepositFile(text, path, config, []) },
    { path: 'CITATION.cff', fix: (text, path) => fixCitationFile(text, path, config) },
  ];
  const { findings } = await resolveReleaseMetadata(metadataRequest(config));
  const paths = new Set<string | undefined>(files.map(({ path }) => path));
  const stops = ({ code, place }: Finding) => unreadable.has(code) && paths.has(place?.file);
  const refused = findings.filter((finding) => isError(finding) && stops(finding));
  if (refused.length > 0) throw PluginError.of(refused);
  const changes: FileChange[] = [];
  for (const { path, fix } of files) {
    const { text: before } = await readSourceText(config.root, path);
    const fixed = before === null ? null : await fix(before, path);
    if (fixed === null || fixed.text === before) continue;
    const reasons = fixed.fixes.map(({ reason }) => reason);
    changes.push({ path, before, after: fixed.text, reasons });
  }
  return changes;
}
