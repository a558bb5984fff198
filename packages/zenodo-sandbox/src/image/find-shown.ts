import { mayReadFiles, requireView } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { notFound, permissionDenied, pidUnknown } from '../http/refusal.js';
import type { Revision, Version } from '../model/version.js';

/** Bytes of an image that is read whole. */
export const largest = 50_000_000;

/** What `record:ID` or `draft:ID` names, for somebody who may read its files. */
export function findShown(
  context: Context,
  { actor }: Call,
  name: string,
): { version: Version; shown: Revision } {
  const [, kind, id = ''] = /^(record|draft):(\d{1,15})$/.exec(name) ?? [];
  const version = context.world.version(Number(id));
  if (kind === undefined || version === undefined) throw pidUnknown();
  const shown = kind === 'draft' ? version.draft : version.record;
  if (shown === undefined || version.deleted !== undefined) throw notFound();
  if (kind === 'draft') requireView(context, actor, version);
  else if (!mayReadFiles(context, actor, version)) throw permissionDenied();
  return { version, shown };
}
