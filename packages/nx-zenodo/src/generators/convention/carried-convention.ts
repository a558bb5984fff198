import type { Finding } from '@nx-zenodo/findings';
import type { SuggestedSettings } from '../release/lay-release.js';

/** What an old way of publishing hands over to a release, and what it does not. */
export interface CarriedConvention {
  /** Files that it was read from. */
  readonly from: readonly string[];
  readonly suggested: SuggestedSettings;
  readonly metadataFile: string | undefined;
  /** Metadata that stood in a script, as JSON text. */
  readonly inlineMetadata: string | undefined;
  readonly findings: readonly Finding[];
}

/** Several ways of one repository together; the first that says something wins. */
export function joinConventions(all: readonly CarriedConvention[]): CarriedConvention {
  return {
    from: [...new Set(all.flatMap(({ from }) => from))],
    suggested: Object.assign(
      {},
      ...all.map(({ suggested }) => suggested).reverse(),
    ) as SuggestedSettings,
    metadataFile: all.map(({ metadataFile }) => metadataFile).find(Boolean),
    inlineMetadata: all.map(({ inlineMetadata }) => inlineMetadata).find(Boolean),
    findings: all.flatMap(({ findings }) => findings),
  };
}
