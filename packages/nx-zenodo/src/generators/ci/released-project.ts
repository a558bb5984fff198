import type { Finding } from '@nx-zenodo/findings';
import { getProjects, joinPathFragments } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { textOf } from '../../loose-json/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';
import { PluginError } from '../../plugin-error.js';

// A release that is frozen comes before the archive of a repository, where a folder has both.
const targets = {
  'zenodo.release.json': 'zenodo-deploy',
  'zenodo.archive.json': 'zenodo-archive',
} as const;

/** A project that has a release or an archive, with what its configuration says of versions. */
export interface ReleasedProject {
  readonly name: string;
  /** What publishes it. */
  readonly target: (typeof targets)[keyof typeof targets];
  readonly version: string;
  readonly tag: string;
}

function configOf(tree: Tree, root: string): keyof typeof targets | undefined {
  return (Object.keys(targets) as (keyof typeof targets)[]).find((file) =>
    tree.isFile(joinPathFragments(root, file)),
  );
}

/**
 * The project that is meant, or the only one that has a release.
 * @throws PluginError NZ9121 when it is not clear which, or it has no release.
 */
export function releasedProject(tree: Tree, wanted: string | undefined): ReleasedProject {
  const projects = [...getProjects(tree)]
    .filter(([, { root }]) => configOf(tree, root) !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = projects.map(([name]) => name);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const project = projects.find(([known]) => known === name)?.[1];
  const configFile = project === undefined ? undefined : configOf(tree, project.root);
  if (name === undefined || project === undefined || configFile === undefined) {
    throw PluginError.of([whichProject(wanted, names)]);
  }
  const text = tree.read(joinPathFragments(project.root, configFile), 'utf-8') ?? '';
  const value = readJsonObject(text, joinPathFragments(project.root, configFile));
  const target = targets[configFile];
  if (target === 'zenodo-archive') {
    const form = textOf(value['tags']) ?? '{version}';
    // Any version stands for all: what the tags have before it is what counts.
    const version = form.startsWith('{version}') ? 'v1' : '1';
    return { name, target, version, tag: form.replace('{version}', version) };
  }
  const version = textOf(value['version']) ?? 'v1';
  return { name, target, version, tag: textOf(value['tag']) ?? version };
}

function whichProject(wanted: string | undefined, names: readonly string[]): Finding {
  const known = names.length === 0 ? 'no project has one' : `these have one: ${names.join(', ')}`;
  return {
    code: 'NZ9121',
    severity: 'error',
    message:
      wanted === undefined
        ? `It is not clear which release a tag publishes; ${known}.`
        : `The project "${wanted}" has neither zenodo.release.json nor zenodo.archive.json; ${known}.`,
    cure: 'Name a project with --project, after `nx g nx-zenodo:release <folder>` or `nx g nx-zenodo:archive <folder>`; nothing was written.',
    place: { field: 'project' },
  };
}
