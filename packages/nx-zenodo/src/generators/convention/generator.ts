import { joinPathFragments } from '@nx/devkit';
import { releaseDirectory } from '../folder/release-directory.js';
import { readReleaseFolder } from '../folder/release-folder.js';
import { jsonObject } from '../../loose-json/json-object.js';
import { newJsonText } from '../json-text/set-json-values.js';
import { addRelease } from '../release/add-release.js';
import { generator } from '../run-generator.js';
import { carryOver } from './carry-over.js';

export default generator('convention', async ({ tree, options, say }) => {
  const directory = releaseDirectory(tree, options.directory);
  const folder = readReleaseFolder(tree, directory);
  const {
    from,
    suggested,
    metadataFile = 'zenodo.metadata.json',
    ...carried
  } = carryOver(folder, options);
  say(from.length === 0 ? 'Moving from the webhook' : `Moving from ${from.join(', ')}`);
  const { inlineMetadata } = carried;
  if (inlineMetadata !== undefined && folder.read(metadataFile) === null) {
    tree.write(joinPathFragments(directory, metadataFile), newJsonText(jsonObject(inlineMetadata)));
  }
  const { findings } = carried;
  return addRelease(tree, options, { suggested, metadataFile, findings }, say);
});
