import type { ZenodoRecord } from '@nx-zenodo/zenodo-api';
import type { CommunityState } from '../deposit-event.js';
import type { DepositRun } from './deposit-run.js';

/** Tells of each community that the metadata names what came of it; Zenodo says nothing by itself. */
export async function tellCommunities(run: DepositRun, record: ZenodoRecord): Promise<void> {
  const members = slugsOf(record.metadata['communities']);
  for (const { identifier: slug } of run.desired.metadata.communities ?? []) {
    const state: CommunityState = members.has(slug)
      ? 'member'
      : (await run.client.isCommunity(slug))
        ? 'asked'
        : 'missing';
    run.report({ kind: 'community', slug, state });
  }
}

function slugsOf(communities: unknown): ReadonlySet<unknown> {
  const list: readonly unknown[] = Array.isArray(communities) ? communities : [];
  return new Set(list.map((one) => (isNamed(one) ? one.id : undefined)));
}

function isNamed(value: unknown): value is { readonly id: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value;
}
