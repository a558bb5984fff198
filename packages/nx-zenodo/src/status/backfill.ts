import { posix } from 'node:path';
import { shellWord } from '@nx-zenodo/finalize';
import type { Drift, ReleaseTag } from '@nx-zenodo/finalize';
import type { EnvironmentName } from '../environment/environment.js';

/** What to type for one tag that has no record; indented lines. */
export type BackfillCommands = (tag: ReleaseTag) => readonly string[];

/** Where the commands of a back-fill are run. */
export interface BackfillPlace {
  readonly project: string;
  /** Folder of the project, POSIX, relative to the workspace. */
  readonly projectRoot: string;
  /** Receipt of another version in that environment, relative to the project; null where there is none. */
  readonly receipt: string | null;
  readonly environment: EnvironmentName;
  /** Tags at which the release configuration exists. */
  readonly configured: ReadonlySet<string>;
}

/**
 * What to publish for the tags without a record, oldest version first. Nothing is run: a publication cannot be
 * taken back.
 */
export function formatBackfill({ backfill, findings }: Drift, commands: BackfillCommands): string {
  if (backfill.length === 0) return 'Back-fill: every tag has its record.';
  const late = findings.find(({ code }) => code === 'NZ8025');
  return [
    `Back-fill, oldest version first; nothing is run`,
    ...(late === undefined ? [] : [`  ⚠ ${late.message} ${late.cure}`]),
    ...backfill.flatMap((missed, at) => [
      `  ${at + 1}. ${missed.tag} (${missed.commit.slice(0, 7)})`,
      ...commands(missed),
    ]),
  ].join('\n');
}

/** A release is published from a worktree of its tag. */
export function releaseCommands(place: BackfillPlace): BackfillCommands {
  return ({ tag, version = tag }) =>
    place.configured.has(tag) ? fromWorktree(tag, version, place) : [unconfigured];
}

/** An archive is made from the objects of git, so that no tag has to be checked out. */
export function archiveCommands({
  project,
  environment,
}: Pick<BackfillPlace, 'project' | 'environment'>): BackfillCommands {
  return ({ tag, version = tag }) => {
    const named = `--tag=${shellWord(tag)}`;
    const rehearse = `npx nx run ${project}:zenodo-archive ${named}`;
    if (environment === 'local') return [`     ${rehearse}`];
    const publish = `npx nx run ${project}:zenodo-archive:${environment} ${named}`;
    return [`     ${rehearse} && ${publish} --confirm=${shellWord(version)}`];
  };
}

const unconfigured =
  '     It has no zenodo.release.json: archive the repository at this tag with zenodo-archive.';

function fromWorktree(
  tag: string,
  version: string,
  { project, environment, projectRoot, receipt }: BackfillPlace,
): readonly string[] {
  const folder = `../${project}-${version}`.replace(/[^\w./-]/g, '-');
  const deploy = `npx nx run ${project}:zenodo-deploy`;
  const publish =
    environment === 'local'
      ? deploy
      : `${deploy} && ${deploy}:${environment} --confirm=${shellWord(version)}`;
  const known = posix.join(projectRoot, receipt ?? '');
  const kept = posix.join(folder, posix.dirname(known));
  return [
    `     git worktree add ${folder} ${shellWord(`refs/tags/${tag}`)}`,
    // The receipt of another version tells which concept this one belongs to.
    ...(receipt === null
      ? []
      : [`     mkdir -p ${shellWord(kept)} && cp ${shellWord(known)} ${shellWord(`${kept}/`)}`]),
    `     (cd ${folder} && npm ci && ${publish})`,
  ];
}
