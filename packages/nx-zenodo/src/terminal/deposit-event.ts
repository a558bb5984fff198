import type { DepositEvent } from '@nx-zenodo/deposit';
import { formatFinding } from '@nx-zenodo/findings';
import { byteCount } from './byte-count.js';

type EventOf<Kind extends DepositEvent['kind']> = Extract<DepositEvent, { kind: Kind }>;
type Lines = { [Kind in DepositEvent['kind']]: (event: EventOf<Kind>) => string | null };

// What is done has a tick, what is only told an ℹ; null is for what the lines around it already say.
const lines: Lines = {
  observed: (e) =>
    `ℹ Zenodo holds ${count(e.versions, 'version')} of this record and ${count(e.drafts, 'open draft')}`,
  planned: (e) =>
    `ℹ Plan: ${routes[e.route]}, ${count(e.uploads, 'file')} to upload, ${e.kept} kept`,
  'draft-created': (e) => `✓ Created deposition: ${e.depositionId}`,
  'version-started': (e) => `✓ Started a new version: ${e.depositionId}`,
  'edit-opened': (e) => `✓ Opened the record for an edit: ${e.depositionId}`,
  'draft-resumed': (e) => `✓ Resumed deposition: ${e.depositionId}`,
  'draft-discarded': (e) => `✓ Discarded draft: ${e.depositionId}`,
  'metadata-updated': (e) => `✓ Metadata sent: ${e.depositionId}`,
  'metadata-differs': (e) =>
    [
      '⚠ Zenodo keeps some metadata otherwise than it was sent:',
      ...e.differences.map(difference),
    ].join('\n'),
  'doi-reserved': (e) => `✓ Reserved DOI: ${e.doi}`,
  'file-deleted': (e) => `  - ${e.key} (not part of this version)`,
  'file-kept': (e) => `  = ${e.key} (${byteCount(e.size)}, unchanged)`,
  'upload-started': () => null,
  'upload-progress': () => null,
  uploaded: (e) => `  ✓ ${e.key} (${byteCount(e.size)})`,
  'upload-repeated': (e) => `  ⚠ ${e.key} is sent again: ${e.reason}`,
  'files-compared': (e) =>
    `✓ Zenodo holds all ${e.files} files with the right size and md5 (${byteCount(e.bytes)})`,
  publishing: (e) => `ℹ Publishing deposition ${e.depositionId}…`,
  unclear: (e) => `⚠ The answer to "${e.operation}" is unclear (${e.reason}); reading what stands`,
  waiting: (e) => `ℹ Waiting ${(e.milliseconds / 1000).toFixed(1)} s: ${e.reason}`,
  published: (e) => `✓ Published: ${e.doi}`,
  edited: (e) => `✓ Edited: ${e.doi}`,
  unchanged: (e) => `✓ Published already: ${e.doi}`,
  'download-progress': () => null,
  'file-verified': () => null,
  'doi-state': (e) => `ℹ ${e.doi}: ${doiStates[e.state]}`,
  community: (e) => communityStates[e.state](e.slug),
  'read-back': (e) =>
    `✓ Read back: all ${e.files} files of record ${e.recordId} have the SHA-256 that was proved`,
  'draft-left': (e) =>
    `⚠ Draft ${e.depositionId} stands unpublished; the next run picks it up (${e.url})`,
  interrupted: (e) =>
    `⚠ Interrupted at deposition ${e.depositionId}; run the same command again: it looks at what stands and does the rest (${e.url})`,
  warning: (e) => formatFinding(e.finding),
};

const routes: Record<EventOf<'planned'>['route'], string> = {
  first: 'first deposition',
  version: 'new version',
  resume: 'go on with the draft that stands',
  edit: 'edit the metadata of the record',
};

const communityStates: Record<EventOf<'community'>['state'], (slug: string) => string> = {
  member: (slug) => `✓ The record is in the community ${slug}`,
  asked: (slug) => `ℹ The curators of the community ${slug} are asked to take the record in`,
  missing: (slug) =>
    `⚠ There is no community ${slug} that this token may see: the record was published without it`,
};

const doiStates: Record<EventOf<'doi-state'>['state'], string> = {
  resolving: 'the DOI resolves',
  pending: 'the DOI is registered and will resolve within hours',
  test: 'a test DOI, which never resolves at doi.org',
  unknown: 'whether the DOI resolves could not be found out',
};

/** What a person reads of an event while a deposit runs; null where there is nothing to say. */
export function formatDepositEvent<Kind extends DepositEvent['kind']>(
  event: EventOf<Kind>,
): string | null {
  return lines[event.kind as Kind](event);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function difference({ field, sent, returned }: EventOf<'metadata-differs'>['differences'][number]) {
  return `    ${field}: sent ${JSON.stringify(sent)}, kept ${JSON.stringify(returned) ?? 'nothing'}`;
}
