import { generator } from '../run-generator.js';
import { prepareWorkspace } from './prepare-workspace.js';

export default generator('init', ({ tree, say }) => {
  prepareWorkspace(tree, 'releases');
  say('The workspace is ready: `nx g nx-zenodo:release <folder>` adds a release.');
  return Promise.resolve({});
});
