import { joinPathFragments } from '@nx/devkit';
import type { Finding } from '@nx-zenodo/findings';
import { carryRecord, carryWebhook } from '../convention/carry-integration.js';
import { releaseDirectory } from '../folder/release-directory.js';
import { readReleaseFolder } from '../folder/release-folder.js';
import type { ReleaseFolder } from '../folder/release-folder.js';
import { prepareWorkspace } from '../init/prepare-workspace.js';
import { newJsonText } from '../json-text/set-json-values.js';
import { gitIdentity } from '../node/git-identity.js';
import { ensureProject, packagesFolder, projectAt, projectName } from '../project/project-file.js';
import { generator } from '../run-generator.js';
import { archiveFacts } from './archive-facts.js';

const configFile = 'zenodo.archive.json';

export default generator('archive', ({ tree, options, say }) => {
  const directory = releaseDirectory(tree, options.directory);
  const folder = readReleaseFolder(tree, directory);
  const path = joinPathFragments(directory, configFile);
  prepareWorkspace(tree, 'archives');
  if (tree.exists(path)) {
    say(`${path} stands as it is`);
    return Promise.resolve({});
  }
  const record = carryRecord(folder);
  const facts = archiveFacts({
    directory,
    schema: `${packagesFolder(tree, directory)}/nx-zenodo/schemas/zenodo.archive.schema.json`,
    options,
    project: projectAt(tree, directory),
    remoteUrl: gitIdentity(tree.root).remoteUrl,
    conceptRecordId: record.suggested.conceptRecordId,
  });
  const name = projectName(facts.name);
  tree.write(path, newJsonText({ ...facts, name }));
  // Other generators look for projects in files, where one that is only inferred is not seen.
  const project = ensureProject(tree, directory, name);
  say(`${path}: a tag of the form ${facts.tags ?? '{version}'} is one version of the record`);
  say(`Next: \`nx run ${project}:archive --tag=<tag>\` shows what it would hold`);
  return Promise.resolve({ findings: findingsOf(folder, path, record.findings) });
});

// Of what the integration leaves behind, only what holds for an archive as well.
function findingsOf(
  folder: ReleaseFolder,
  path: string,
  record: readonly Finding[],
): readonly Finding[] {
  const [stillOn] = carryWebhook(folder, false)?.findings ?? [];
  const moved = record.map((one) => ({ ...one, place: { ...one.place, file: path } }));
  return [...(stillOn === undefined ? [] : [stillOn]), ...moved];
}
