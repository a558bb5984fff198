import type { Context } from '../http/call.js';
import type { Change } from '../model/change.js';
import { formatInstant } from '../model/instant.js';
import type { Version } from '../model/version.js';
import type { Step } from './step.js';
import type { WithDraft } from './lookup.js';

/** Opens a draft of a published record; where one is open already, nothing happens (contract 0.3). */
export function openEdit(context: Context, version: Version): Step {
  if (version.draft !== undefined || version.record === undefined) return { version, changes: [] };
  const now = formatInstant(context.now);
  const { content, files, revision } = version.record;
  const edited: Version = {
    ...version,
    draft: { content, files, revision: revision + 1, created: now, updated: now },
  };
  return { version: edited, changes: [{ put: 'version', value: edited }] };
}

/** Throws a draft away: an edit ends, a draft that was never published disappears with its id. */
export function discardDraft(context: Context, version: WithDraft): readonly Change[] {
  if (version.record !== undefined) {
    return [{ put: 'version', value: { ...version, draft: undefined, unlocked: undefined } }];
  }
  const concept = context.world.concept(version.concept);
  const others = concept?.versions.filter((id) => id !== version.id) ?? [];
  const dropped: Change = { drop: 'version', id: version.id };
  if (concept === undefined || others.length === 0) {
    return [dropped, { drop: 'concept', id: version.concept }];
  }
  return [dropped, { put: 'concept', value: { ...concept, versions: others } }];
}
