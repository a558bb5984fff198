import type { Call, Context } from '../http/call.js';
import { notFound, pidUnknown, pidUnregistered } from '../http/refusal.js';
import { requireManager, requireScope, requireView } from '../access/permission.js';
import type { Scope } from '../model/account.js';
import type { Revision, Version } from '../model/version.js';

export type WithDraft = Version & { readonly draft: Revision };
export type WithRecord = Version & { readonly record: Revision };

/** The version that a path names; 404 when its id never existed or its draft was deleted. */
export function findVersion(context: Context, call: Call): Version {
  const id = call.params['id'] ?? '';
  const version = /^\d{1,15}$/.test(id) ? context.world.version(Number(id)) : undefined;
  if (version === undefined) throw pidUnknown();
  return version;
}

/** The open draft to be changed: 404 without one, 403 without the right; in this order. */
export function findDraft(context: Context, call: Call, scope?: Scope): WithDraft {
  const version = findVersion(context, call);
  const draft = version.draft;
  if (draft === undefined) throw notFound();
  requireManager(call.actor, version);
  if (scope !== undefined) requireScope(call.actor, scope);
  return { ...version, draft };
}

/** A published record, whatever its access; 404 while there is only a draft. */
export function findRecord(context: Context, call: Call): WithRecord {
  const version = findVersion(context, call);
  const record = version.record;
  if (record === undefined) throw pidUnregistered();
  return { ...version, record };
}

/** The open draft to be looked at. */
export function findPreview(context: Context, call: Call): WithDraft {
  const version = findVersion(context, call);
  const draft = version.draft;
  if (draft === undefined) throw notFound();
  requireView(context, call.actor, version);
  return { ...version, draft };
}
