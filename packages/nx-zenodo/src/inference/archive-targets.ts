import type { TargetConfiguration } from '@nx/devkit';
import { inProject } from './chain-targets.js';
import { remoteTarget, shown } from './targets.js';

// A tag, a commit or a submodule that moved is another archive; what lies in the work tree is not looked at.
const gitState = [
  { runtime: 'git for-each-ref refs/tags' },
  { runtime: 'git rev-parse HEAD' },
  { runtime: 'git submodule status --recursive' },
];

/**
 * The targets of a project that holds `configFile` (zenodo.archive.json): `archive` makes the archive of a tag,
 * `zenodo-archive` makes it anew and publishes it; audit and drafts as every release has them. Those of a
 * release (zenodo.release.json) in the same folder stay as they are.
 */
export function archiveTargets(
  configFile: string,
  plugin: string,
  further: readonly string[] = [],
): Record<string, TargetConfiguration> {
  return {
    'zenodo-audit': {
      executor: 'nx-zenodo:zenodo-audit',
      options: { config: configFile },
      cache: false,
      metadata: shown('zenodo-audit', 'Downloads the published record and compares it'),
    },
    'zenodo-drafts': remoteTarget(
      'zenodo-drafts',
      configFile,
      'Lists open drafts, discards those named',
    ),
    archive: {
      executor: 'nx-zenodo:archive',
      options: { config: configFile, release: plugin },
      // Assets may be anything below the project, and receipts of other releases name DOIs.
      inputs: [inProject('**/*'), `!${inProject('dist/archive/**/*')}`, ...gitState, ...further],
      outputs: [inProject('dist/archive')],
      cache: true,
      metadata: shown('archive', 'Makes the archive of the tag at HEAD', { tag: 'v1.0.0' }),
    },
    'zenodo-archive': remoteTarget(
      'zenodo-archive',
      configFile,
      'Archives the tag at HEAD on Zenodo, once',
    ),
  };
}
