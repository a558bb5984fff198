import { freezeRelease } from '@nx-zenodo/fixity';
import { executor } from '../run.js';

export default executor('freeze', async ({ config, say }) => {
  const { root, signature, freeze } = config;
  const frozen = await freezeRelease({ root, signature, ...freeze });
  for (const path of frozen.added) say(`+ ${path}`);
  for (const path of frozen.removed) say(`- ${path}`);
  for (const path of frozen.changed) say(`~ ${path}`);
  say(`✓ ${signature}: ${frozen.signature.entries} files signed`);
});
