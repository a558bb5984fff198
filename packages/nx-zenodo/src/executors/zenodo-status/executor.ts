import { relative } from 'node:path';
import { formatChecklist, statusChecklist } from '@nx-zenodo/finalize';
import { PluginError } from '../../plugin-error.js';
import { archiveCures } from '../../status/archive-cures.js';
import { archiveCommands, formatBackfill, releaseCommands } from '../../status/backfill.js';
import { readStatus } from '../../status/node/read-status.js';
import { configuredTags } from '../../status/node/version-facts.js';
import { openLines } from '../../status/open-lines.js';
import { executor } from '../run.js';

export default executor('zenodo-status', async (input) => {
  const { config, archive, options, workspaceRoot, project, say } = input;
  const { ignoreTags: ignoredTags, json, backfill, strict } = options;
  const status = await readStatus({ ...options, config, archive, ignoredTags, workspaceRoot });
  const { environment, facts } = status;
  const listed = statusChecklist(facts);
  const items = archive === null ? listed : archiveCures(listed, config.tag);
  const drift = 'known' in facts.versions ? facts.versions.known.drift : null;
  if (json) {
    const { name, version } = config;
    const versions = drift === null ? null : { findings: drift.findings, backfill: drift.backfill };
    say(JSON.stringify({ name, version, environment, items, versions }, null, 2));
  } else {
    say(`${config.name} ${config.version}, ${environment}\n\n${formatChecklist(items)}`);
    if (backfill && drift !== null) {
      const projectRoot = relative(workspaceRoot, config.root).replaceAll('\\', '/');
      const configured = await configuredTags(config, drift.backfill);
      const { receipt } = status;
      const place = { project, projectRoot, environment, configured, receipt };
      const commands = archive === null ? releaseCommands(place) : archiveCommands(place);
      say(`\n${formatBackfill(drift, commands)}`);
    }
  }
  const open = openLines(items);
  if (strict && open !== null) throw new PluginError([open]);
});
