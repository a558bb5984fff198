import type { Change } from '../model/change.js';
import type { Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** A version, and the rows that make it so. */
export interface Step {
  readonly version: Version;
  readonly changes: readonly Change[];
}

/** The concept DOI as it stands once the rows of a step are written. */
export function conceptDoiAfter(world: World, { version, changes }: Step): string | undefined {
  for (const change of changes) {
    if ('put' in change && change.put === 'concept' && change.value.id === version.concept) {
      return change.value.doi;
    }
  }
  return world.concept(version.concept)?.doi;
}
