import { doiErrors, publishErrors } from '@nx-zenodo/zenodo-api';
import type { Context } from '../http/call.js';
import { invalid, type FieldError } from '../http/refusal.js';
import type { Change } from '../model/change.js';
import { formatDay, formatInstant } from '../model/instant.js';
import type { Concept, Pid, Revision, Version } from '../model/version.js';
import type { Step } from './step.js';
import { mintedDoi, oaiPid, withConceptDoi } from './identifiers.js';
import type { WithDraft } from './lookup.js';
import { pidErrors } from './doi-rules.js';

/**
 * Publishes the draft: checks in Zenodo's order (metadata, then files, then identifiers; each stage
 * alone in its answer), mints the DOIs, locks the bucket, lets the draft go (contract A.6).
 * `acceptedBy`: slugs of communities whose curators have said yes.
 */
export function publishDraft(
  context: Context,
  version: WithDraft,
  acceptedBy: readonly string[] = [],
): Step {
  refuseAny(publishErrors(version.draft.content, { today: formatDay(context.now) }));
  refuseAny(fileErrors(version.draft));
  refuseAny(pidErrors(context, version.draft.content.pids.doi, version.id));
  if (version.draft.content.pids.doi?.provider !== 'external') {
    refuseAny(doiErrors(version.draft.content.metadata));
  }
  const concept = context.world.concept(version.concept);
  if (concept === undefined) throw new Error(`Version ${version.id} has no concept.`);

  const now = formatInstant(context.now);
  const own = version.draft.content.pids.doi;
  const doi: Pid = own ?? mintedDoi(context.prefix, version.id);
  const content = {
    ...version.draft.content,
    pids: { doi, oai: oaiPid(version.id) },
  };
  const published: Version = {
    ...version,
    record: {
      ...version.draft,
      content,
      revision: (version.record?.revision ?? version.draft.revision) + 1,
      created: version.record?.created ?? version.created,
      updated: now,
    },
    published: version.published ?? now,
    draft: undefined,
    unlocked: undefined,
  };
  const named: Concept = withConceptDoi(
    joinCommunities(context, version, concept, acceptedBy),
    context.prefix,
    doi,
  );
  return {
    version: published,
    changes: [
      { put: 'version', value: published },
      ...(named === concept ? [] : [{ put: 'concept' as const, value: named }]),
      ...inclusionRequests(context, version, named),
    ],
  };
}

function refuseAny(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

function fileErrors(draft: Revision): FieldError[] {
  if (draft.files.length === 0) {
    const message =
      'Missing uploaded files. To disable files for this record please mark it as metadata-only.';
    return [{ field: 'files.enabled', messages: [message] }];
  }
  if (draft.files.some((file) => file.status === 'pending')) {
    const message = 'One or more files have not completed their transfer, please wait.';
    return [{ field: 'files', messages: [message] }];
  }
  return [];
}

// An owner's own communities accept at once; unknown ones are passed over in silence.
function joinCommunities(
  context: Context,
  version: WithDraft,
  concept: Concept,
  acceptedBy: readonly string[],
): Concept {
  const owner = context.accounts.find((account) => account.id === version.owner);
  const own = requestedCommunities(version.draft).filter((slug) =>
    owner?.communities?.includes(slug),
  );
  const joined = [...new Set([...own, ...acceptedBy])].filter(
    (slug) => !concept.communities.includes(slug),
  );
  return joined.length === 0
    ? concept
    : { ...concept, communities: [...concept.communities, ...joined] };
}

// Communities of others are asked, once (contract A.6).
function inclusionRequests(context: Context, version: WithDraft, concept: Concept): Change[] {
  const now = formatInstant(context.now);
  const asked = new Set(
    [...context.world.requests()]
      .filter(({ record }) => record === version.id)
      .map(({ community }) => community),
  );
  return requestedCommunities(version.draft)
    .filter((slug) => context.communities.includes(slug))
    .filter((slug) => !concept.communities.includes(slug) && !asked.has(slug))
    .map((community) => ({
      put: 'request',
      value: {
        id: context.uuid(),
        type: 'community-inclusion',
        status: 'submitted',
        creator: version.owner,
        record: version.id,
        community,
        created: now,
        updated: now,
      },
    }));
}

function requestedCommunities(draft: Revision): string[] {
  const asked = draft.content.customFields['legacy:communities'];
  return Array.isArray(asked) ? asked.filter((slug) => typeof slug === 'string') : [];
}
