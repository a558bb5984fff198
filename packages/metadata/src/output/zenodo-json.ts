import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** What the GitHub integration of Zenodo throws away, or what only a deposit may say. */
const LEFT_OUT: ReadonlySet<string> = new Set(['prereserve_doi', 'doi']);

/** `.zenodo.json`: the metadata object itself, without the wrapper that the deposit API wants. */
export function formatZenodoJson(deposit: DepositMetadata): string {
  const kept = Object.entries(deposit).filter(([key]) => !LEFT_OUT.has(key));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}
