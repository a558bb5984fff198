import { watchFreeze } from '@nx-zenodo/fixity';
import { formatFindings } from '@nx-zenodo/findings';
import { PluginError } from '../../plugin-error.js';
import { executor } from '../run.js';

export default executor('freeze-guard', async ({ config, options, say }) => {
  const { root, signature, artifacts } = config;
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  const guard = watchFreeze({ root, signature, artifacts }, { ...options, signal: end.signal });
  for await (const event of guard) {
    if (event.kind === 'watching')
      say(`ℹ Guarding ${event.files} files in ${event.folders} folders`);
    else if (event.kind === 'restored') say(`✓ Restored:\n${formatFindings(event.findings)}`);
    else if (options.once) throw PluginError.of(event.findings);
    else say(formatFindings(event.findings));
  }
});
