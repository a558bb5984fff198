import { checkFixity, checkFreezeInGit, mergeShards } from '@nx-zenodo/fixity';
import type { GitFreezeOutcome, MergeOutcome } from '@nx-zenodo/fixity';
import { PluginError } from '../plugin-error.js';
import type { GitFreeze, ReleaseConfig } from '../release-config/release-config.js';
import { shardReportPath } from '../release-config/shard-report-path.js';

/** What a command line may say otherwise than the configuration. */
export interface FreezeOptions {
  readonly tag?: string | undefined;
  readonly mode?: GitFreeze['mode'] | undefined;
}

/**
 * Holds the files, or what their shards tell of them, against the signature and, where the configuration
 * says so, the freeze in git: every finding of both in one outcome.
 * @throws PluginError NZ9002 when a tag is asked for and the configuration does not declare `freeze.git`.
 */
export async function checkFreeze(
  config: ReleaseConfig,
  options: FreezeOptions,
): Promise<MergeOutcome> {
  const held = gitFreezeOf(config, options);
  const fixity = await checkFiles(config);
  const findings = await checkGitFreeze(config, held);
  return {
    findings: [...fixity.findings, ...findings],
    release: findings.length === 0 ? fixity.release : null,
  };
}

/** Holds the signature against the freeze tag; nothing is found where the freeze is not held in git. */
export async function checkGitFreeze(
  { root, signature }: ReleaseConfig,
  held: GitFreeze | null,
): Promise<GitFreezeOutcome['findings']> {
  if (held === null) return [];
  const { tag, mode, allowed, record } = held;
  const freezeRecord = record === null ? {} : { freezeRecord: record };
  const request = { root, signature, tag, mode, allowed, ...freezeRecord };
  return (await checkFreezeInGit(request)).findings;
}

// In shards, other targets have read the files, and what they tell is held together here.
function checkFiles(config: ReleaseConfig): Promise<MergeOutcome> {
  const { root, signature, artifacts, shards } = config;
  const request = { root, signature, artifacts };
  if (shards === null) return checkFixity(request);
  return mergeShards({ ...request, shards, reportPath: shardReportPath });
}

function gitFreezeOf(config: ReleaseConfig, { tag, mode }: FreezeOptions): GitFreeze | null {
  const declared = config.gitFreeze;
  if (tag === undefined && mode === undefined) return declared;
  if (declared !== null)
    return { ...declared, tag: tag ?? declared.tag, mode: mode ?? declared.mode };
  throw new PluginError([
    {
      code: 'NZ9002',
      severity: 'error',
      message: 'A freeze tag was asked for, but the configuration does not hold the freeze in git.',
      cure: 'Add "git": {} to "freeze" in zenodo.release.json, so that cached results know of the tag.',
      place: { file: config.file, field: 'freeze.git' },
    },
  ]);
}
