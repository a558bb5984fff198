import type { TargetConfiguration } from '@nx/devkit';
import { jsonObject } from '../loose-json/json-object.js';
import { inProject, reportOutputs } from './chain-targets.js';
import { remoteTarget, shown, statusTarget, uncached } from './targets.js';

// A tag, a commit or a submodule that moved is another archive; what lies in the work tree is not looked at.
const gitState = [
  { runtime: 'git for-each-ref refs/tags' },
  { runtime: 'git rev-parse HEAD' },
  { runtime: 'git submodule status --recursive' },
];

/**
 * The targets of a project that holds `configFile` (zenodo.archive.json): `archive` makes the archive of a tag,
 * `zenodo-archive` makes it anew and publishes it.
 */
export function archiveTargets(
  configFile: string,
  configText: string,
  plugin: string,
  further: readonly string[] = [],
): Record<string, TargetConfiguration> {
  return {
    archive: {
      executor: 'nx-zenodo:archive',
      options: { config: configFile, release: plugin },
      // Receipts of other releases name DOIs; assets are mostly ignored by git, and Nx would not see them change.
      inputs: [inProject('**/*'), `!${inProject('dist/archive/**/*')}`, ...gitState, ...further],
      outputs: [inProject('dist/archive'), ...reportOutputs],
      cache: !hasAssets(configText),
      metadata: shown('archive', 'Makes the archive of the tag at HEAD', { tag: 'v1.0.0' }),
    },
    'zenodo-archive': remoteTarget(
      'zenodo-archive',
      configFile,
      'Archives the tag at HEAD on Zenodo exactly once',
    ),
  };
}

/** What every record has, for a folder without a release (zenodo.release.json) that has it already. */
export function archiveRecordTargets(configFile: string): Record<string, TargetConfiguration> {
  return {
    'zenodo-audit': uncached(
      'zenodo-audit',
      configFile,
      'Downloads the published record and compares it with its receipt',
    ),
    'zenodo-drafts': remoteTarget(
      'zenodo-drafts',
      configFile,
      'Lists open drafts; discards those that you name',
    ),
    'zenodo-finalize': uncached(
      'zenodo-finalize',
      configFile,
      'Writes DOI, badge and citation into the documents',
    ),
    'zenodo-reserve': remoteTarget(
      'zenodo-reserve',
      configFile,
      'Reserves the version DOI before the tag is set',
    ),
    'zenodo-status': statusTarget(configFile),
  };
}

function hasAssets(text: string): boolean {
  const archive = jsonObject(text);
  if (archive === null) return true;
  const { assets } = archive;
  return Array.isArray(assets) && assets.length > 0;
}

/** The name that an archive gives its project where neither project.json nor package.json names it. */
export function archiveProjectName(text: string): string | undefined {
  const name = jsonObject(text)?.['name'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
