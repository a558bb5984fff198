import { planSync } from '../../metadata/node/plan-sync.js';
import { applyChanges } from '../../metadata/node/apply-changes.js';
import { executor } from '../run.js';

export default executor('metadata-sync', async ({ config, options: { files, write }, say }) => {
  await applyChanges(await planSync(config, files), { root: config.root, write, say });
});
