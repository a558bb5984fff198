import type { Change } from '../model/change.js';
import type { Concept, Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** A version, and the rows that make it so. */
export interface Step {
  readonly version: Version;
  readonly changes: readonly Change[];
}

/** The world as it will be once the rows of a step are written: answers are told from it. */
export function worldAfter(world: World, { changes }: Step): World {
  if (changes.length === 0) return world;
  const versions = new Map<number, Version>();
  const concepts = new Map<number, Concept>();
  for (const change of changes) {
    if (!('put' in change)) continue;
    if (change.put === 'version') versions.set(change.value.id, change.value);
    if (change.put === 'concept') concepts.set(change.value.id, change.value);
  }
  return {
    nextId: world.nextId,
    version: (id) => versions.get(id) ?? world.version(id),
    concept: (id) => concepts.get(id) ?? world.concept(id),
    versionOfBucket: (bucket) => world.versionOfBucket(bucket),
    versionOfDoi: (doi) => world.versionOfDoi(doi),
    conceptOfDoi: (doi) => world.conceptOfDoi(doi),
    conceptOfRepository: (repository) => world.conceptOfRepository(repository),
    versions: () => world.versions(),
    request: (id) => world.request(id),
    requests: () => world.requests(),
    usesContent: (id) => world.usesContent(id),
  };
}
