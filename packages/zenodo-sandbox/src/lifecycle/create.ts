import type { Context } from '../http/call.js';
import { formatInstant } from '../model/instant.js';
import type { Content, Version } from '../model/version.js';
import type { Step } from './step.js';

/** A first draft: the concept takes the id just before it (contract 0.1). */
export function createDraft(context: Context, owner: number, content: Content): Step {
  const concept = context.world.nextId;
  const version = newDraft(context, { id: concept + 1, concept, owner, content });
  return {
    version,
    changes: [
      { put: 'next-id', value: concept + 2 },
      { put: 'concept', value: { id: concept, versions: [version.id], communities: [] } },
      { put: 'version', value: version },
    ],
  };
}

/** A version that has nothing but a draft without files. */
export function newDraft(
  context: Context,
  facts: { id: number; concept: number; owner: number; content: Content },
): Version {
  const now = formatInstant(context.now);
  return {
    id: facts.id,
    concept: facts.concept,
    owner: facts.owner,
    bucket: context.uuid(),
    created: now,
    draft: { content: facts.content, files: [], revision: 1, created: now, updated: now },
  };
}
