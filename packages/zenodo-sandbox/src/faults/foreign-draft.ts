import type { Call, Context } from '../http/call.js';
import { openEdit } from '../lifecycle/edit.js';
import { newVersionWithFiles } from '../lifecycle/new-version.js';
import type { Step } from '../lifecycle/step.js';
import type { Change } from '../model/change.js';
import type { Version } from '../model/version.js';
import { latestPublished, nextDraft } from '../model/world.js';
import type { FaultOf } from './fault.js';

/** Title of what somebody else began. */
export const foreignTitle = 'A draft that somebody else has opened';

/** The rows of a draft that another person with rights to the record opened just before this request. */
export function foreignDraft(
  fault: FaultOf<'foreign-draft'>,
  context: Context,
  call: Call,
): readonly Change[] {
  const { world } = context;
  const named = world.version(fault.record ?? Number(call.params['id']));
  const record = named && latestPublished(world, named.concept);
  if (record?.record === undefined) return [];
  const step = open(fault.opens, context, { ...record, record: record.record });
  if (step === undefined || step.version.draft === undefined) return [];
  const { draft } = step.version;
  const metadata = { ...draft.content.metadata, title: foreignTitle };
  const value = { ...step.version, draft: { ...draft, content: { ...draft.content, metadata } } };
  return [...step.changes, { put: 'version', value }];
}

function open(
  opens: 'newversion' | 'edit',
  context: Context,
  record: Version & { readonly record: NonNullable<Version['record']> },
): Step | undefined {
  if (opens === 'edit') return record.draft === undefined ? openEdit(context, record) : undefined;
  return nextDraft(context.world, record.concept) === undefined
    ? newVersionWithFiles(context, record)
    : undefined;
}
