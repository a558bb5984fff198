import { freezeRelease } from '@nx-zenodo/fixity';
import { executor } from '../run.js';

export default executor('freeze', async ({ config, options, say }) => {
  const { root, signature, freeze, gitFreeze, tag } = config;
  const frozen = await freezeRelease({
    root,
    signature,
    ...freeze,
    tag: gitFreeze?.tag ?? tag,
    overwrite: options.overwrite,
  });
  for (const path of frozen.added) say(`+ ${path}`);
  for (const path of frozen.removed) say(`- ${path}`);
  for (const path of frozen.changed) say(`~ ${path}`);
  say(`✓ ${signature}: ${frozen.signature.entries} files signed`);
});
