import { join } from 'node:path';
import type { Finding } from '@nx-zenodo/findings';
import { joinPathFragments } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { releaseDirectory } from '../folder/release-directory.js';
import { readReleaseFolder } from '../folder/release-folder.js';
import { prepareWorkspace } from '../init/prepare-workspace.js';
import { describe } from '../metadata-file/described.js';
import { askMissing, canAsk } from '../node/ask-missing.js';
import { gitIdentity } from '../node/git-identity.js';
import { today } from '../node/today.js';
import type { GeneratorOptions } from '../options.js';
import type { GeneratorOutcome } from '../run-generator.js';
import { freezeAfterwards } from './freeze-afterwards.js';
import { layRelease } from './lay-release.js';
import type { SuggestedSettings } from './lay-release.js';
import { settingsOf } from './release-settings.js';
import { standingSettings } from './standing-settings.js';
import { releaseSummary } from './summary.js';

/** What another convention brings into a release. */
export interface CarriedOver {
  readonly suggested?: SuggestedSettings;
  readonly metadataFile?: string;
  readonly findings?: readonly Finding[];
}

type ReleaseOptions = Omit<GeneratorOptions<'release'>, 'skipFormat'>;

/** Adds a release to a folder: configuration, metadata, project; the signature once they are on disk. */
export async function addRelease(
  tree: Tree,
  options: ReleaseOptions,
  carried: CarriedOver,
  say: (line: string) => void,
): Promise<GeneratorOutcome> {
  const folder = readReleaseFolder(tree, releaseDirectory(tree, options.directory));
  const standing = folder.read('zenodo.release.json');
  const settled = standingSettings(standing);
  const metadataFile = settled.metadata ?? carried.metadataFile ?? 'zenodo.metadata.json';
  const { known, given } = await describe({
    folder,
    git: gitIdentity(tree.root),
    metadataFile,
    flags: { ...options, releaseVersion: options.releaseVersion ?? settled.version },
    ask: canAsk() ? askMissing : null,
  });
  prepareWorkspace(tree, 'releases');
  const release = layRelease(tree, {
    ...{ folder, known, given, standing, metadataFile },
    ...(carried.suggested === undefined ? {} : { suggested: carried.suggested }),
    settings: settingsOf({ ...options, releaseVersion: known.deposit.version }),
    today: today(),
  });
  for (const line of releaseSummary(release, known.origins)) say(line);
  const findings = [...(carried.findings ?? []), ...release.findings];
  const { project, config } = release;
  const isSigned = tree.exists(joinPathFragments(folder.directory, config.signature));
  for (const line of nextSteps(project, config.signature, isSigned)) say(line);
  if (isSigned || options.skipFreeze) return { findings };
  const { include, exclude } = config.freeze;
  const root = join(tree.root, folder.directory);
  const request = { root, signature: config.signature, include, exclude };
  return { findings, afterwards: () => freezeAfterwards(request, say) };
}

function nextSteps(project: string, signature: string, isSigned: boolean): string[] {
  const next = `Next: \`nx run ${project}:zenodo-deploy\` publishes it to the local Zenodo.`;
  return isSigned
    ? [`${signature} stands as it is; \`nx run ${project}:freeze\` signs anew.`, next]
    : [next];
}
