import { planFix } from '../../metadata/node/plan-fix.js';
import { applyChanges } from '../../metadata/node/apply-changes.js';
import { executor } from '../run.js';

export default executor('metadata-fix', async ({ config, options: { write }, say }) => {
  await applyChanges(await planFix(config), { root: config.root, write, say });
});
