import { auditReceipt } from '@nx-zenodo/deposit';
import { formatFindings, isError } from '@nx-zenodo/findings';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { openReader } from '../../environment/node/open-target.js';
import { PluginError } from '../../plugin-error.js';
import { isOfRelease, readReceipt } from '../../receipt/node/read-receipts.js';
import { formatDepositEvent } from '../../terminal/deposit-event.js';
import { executor } from '../run.js';

export default executor('zenodo-audit', async ({ config, options, workspaceRoot, say }) => {
  const receipt = await readReceipt(config, options.receipt ?? config.receipt);
  const { name, version } = receipt.release;
  if (!isOfRelease(config, receipt))
    say(`ℹ The receipt is of ${name} ${version}, not of ${config.name}`);
  const target = await openReader(receipt.environment.name, workspaceRoot);
  try {
    const client = createZenodoClient({ apiUrl: target.apiUrl, token: target.token });
    const audit = await auditReceipt(client, receipt, (event) => {
      const text = formatDepositEvent(event);
      if (text !== null) say(text);
    });
    if (audit.findings.some(isError)) throw PluginError.of(audit.findings);
    if (audit.findings.length > 0) say(formatFindings(audit.findings));
    const held = audit.files.length;
    say(`✓ ${audit.recordUrl} (${audit.doi}) serves all ${held} files as they were published`);
  } finally {
    await target.close();
  }
});
