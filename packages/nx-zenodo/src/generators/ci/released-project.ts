import type { Finding } from '@nx-zenodo/findings';
import { getProjects, joinPathFragments } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { textOf } from '../facts/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';
import { PluginError } from '../../plugin-error.js';

const configFile = 'zenodo.release.json';

/** A project that has a release, with what its configuration says of versions. */
export interface ReleasedProject {
  readonly name: string;
  readonly version: string;
  readonly tag: string;
}

/**
 * The project that is meant, or the only one that has a release.
 * @throws PluginError NZ9121 when it is not clear which, or it has no release.
 */
export function releasedProject(tree: Tree, wanted: string | undefined): ReleasedProject {
  const projects = [...getProjects(tree)]
    .filter(([, { root }]) => tree.isFile(joinPathFragments(root, configFile)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = projects.map(([name]) => name);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const project = projects.find(([known]) => known === name)?.[1];
  if (name === undefined || project === undefined) {
    throw PluginError.of([whichProject(wanted, names)]);
  }
  const text = tree.read(joinPathFragments(project.root, configFile), 'utf-8') ?? '';
  const value = readJsonObject(text, joinPathFragments(project.root, configFile));
  const version = textOf(value['version']) ?? 'v1';
  return { name, version, tag: textOf(value['tag']) ?? version };
}

function whichProject(wanted: string | undefined, names: readonly string[]): Finding {
  const known = names.length === 0 ? 'no project has one' : `these have one: ${names.join(', ')}`;
  return {
    code: 'NZ9121',
    severity: 'error',
    message:
      wanted === undefined
        ? `It is not clear which release a tag publishes; ${known}.`
        : `The project "${wanted}" has no zenodo.release.json; ${known}.`,
    cure: 'Name a project with --project, after `nx g nx-zenodo:release <folder>`; nothing was written.',
    place: { field: 'project' },
  };
}
