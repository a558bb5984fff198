import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { openReader } from '../environment/node/open-target.js';
import type { KnownReceipt } from '../receipt/node/read-receipts.js';

/**
 * The DOIs of every version of a published record, as the service of its receipt knows them, without a token if
 * need be; none where the environment leads to another service.
 * @throws PluginError for a bad address, ZenodoError when Zenodo does not answer.
 */
export async function readVersionDois(
  { environment, recordId }: KnownReceipt,
  workspaceRoot: string,
): Promise<readonly string[]> {
  const target = await openReader(environment.name, workspaceRoot);
  const client = createZenodoClient(target);
  try {
    if (client.origin !== environment.origin) return [];
    const versions = await client.listVersions(recordId);
    return versions.flatMap(({ doi, conceptDoi }) =>
      [doi, conceptDoi].filter((one) => one !== undefined),
    );
  } finally {
    await client.close();
    await target.close();
  }
}
