// What has to be true when a cell is over, whatever happened in it.
import type { ZenodoRecord } from '@nx-zenodo/zenodo-api';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { Sandbox } from '@nx-zenodo/zenodo-sandbox';
import type { Beginning, Cell } from './cell.js';
import { versionsAtTheEnd } from './flows.js';
import type { FlowEnd } from './flows.js';

export const publishRoute = 'POST /api/deposit/depositions/:id/actions/publish';

/** A cell that is over, and whom to ask what stands now. */
export interface FinishedCell {
  readonly cell: Cell;
  readonly beginning: Beginning;
  readonly end: FlowEnd;
  readonly sandbox: Sandbox;
  readonly client: ZenodoClient;
}

/** Each promise that was broken, in words; none where all were kept. */
export async function violations({
  cell,
  beginning,
  end,
  sandbox,
  client,
}: FinishedCell): Promise<readonly string[]> {
  const { sample, receipt } = end;
  const listed = await client.listDepositions();
  // An edit that somebody else opens afterwards does not take the publication back.
  const published = listed.filter((one) => one.state !== 'unsubmitted');
  const ours = published.filter((one) => one.metadata['version'] === sample.release.version);
  const open = listed.filter((one) => one.state !== 'done' && !one.title.includes('somebody else'));
  const record = await client.readRecord(receipt.recordId);
  const found: string[] = [];
  if (published.length !== versionsAtTheEnd[cell.flow]) {
    found.push(`published twice: ${published.length} versions stand`);
  }
  if (ours.length !== 1) found.push(`published twice: ${ours.length} records of this version`);
  if (open.length > 0) found.push(`lost: ${open.length} drafts are left behind`);
  if (ours[0]?.id !== receipt.recordId) found.push('lost: the receipt names another record');
  if (record.title !== sample.metadata.deposit.title) found.push('lost: the title is another');
  if (beginning.receipt !== null && receipt.conceptDoi !== beginning.receipt.conceptDoi) {
    found.push('published twice: the concept is another');
  }
  found.push(
    ...(await fileViolations(client, record, end)),
    ...publishViolations(sandbox, receipt.recordId),
  );
  return found;
}

async function fileViolations(
  client: ZenodoClient,
  record: ZenodoRecord,
  end: FlowEnd,
): Promise<readonly string[]> {
  const wanted = end.sample.bundle.entries;
  const found: string[] = [];
  if (record.files.length !== wanted.length)
    found.push('lost: the files are not those of the bundle');
  for (const entry of wanted) {
    const file = record.files.find((one) => one.key === entry.key);
    if (file === undefined || file.md5 !== entry.md5 || file.size !== entry.size) {
      found.push(`lost: ${entry.key} has another md5 or size`);
      continue;
    }
    const served = await client.digestContent(record.id, file);
    if (served.sha256 !== entry.sha256) found.push(`lost: ${entry.key} has another SHA-256`);
  }
  return found;
}

/** From the log of the service: one publish that took effect, and a read between any two requests for it. */
function publishViolations(sandbox: Sandbox, recordId: number): readonly string[] {
  const found: string[] = [];
  let effects = 0;
  let isRead = true;
  for (const request of sandbox.requests.list()) {
    if (request.method === 'GET') isRead = true;
    if (request.route !== publishRoute || !request.path.includes(`/${recordId}/`)) continue;
    if (!isRead) found.push('published twice: two publish requests without a read between');
    isRead = false;
    if (request.tookEffect) effects += 1;
  }
  if (effects !== 1) found.push(`published twice: ${effects} publish requests took effect`);
  return found;
}
