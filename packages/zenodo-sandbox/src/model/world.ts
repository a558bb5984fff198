import type { Change } from './change.js';
import type { ReviewRequest } from './review-request.js';
import type { Concept, Version } from './version.js';

/** Everything a request may look at. */
export interface World {
  readonly nextId: number;
  version(id: number): Version | undefined;
  concept(id: number): Concept | undefined;
  versionOfBucket(bucket: string): Version | undefined;
  /** The version that has this DOI, or the concept; `undefined` when nobody has it. */
  versionOfDoi(doi: string): Version | undefined;
  conceptOfDoi(doi: string): Concept | undefined;
  versions(): Iterable<Version>;
  request(id: string): ReviewRequest | undefined;
  /** Oldest first. */
  requests(): Iterable<ReviewRequest>;
  /** The concept whose versions are the releases of this repository of GitHub. */
  conceptOfRepository(repository: number): Concept | undefined;
  /** True when some entry of some bucket still lists this content. */
  usesContent(id: string): boolean;
}

/** The rows in memory, with the look-ups that routes need in constant time. */
export class Tables implements World {
  nextId = 1;
  readonly #versions = new Map<number, Version>();
  readonly #concepts = new Map<number, Concept>();
  readonly #buckets = new Map<string, number>();
  readonly #dois = new Map<string, number>();
  readonly #conceptDois = new Map<string, number>();
  readonly #requests = new Map<string, ReviewRequest>();
  readonly #repositories = new Map<number, number>();
  readonly #uses = new Map<string, number>();

  version = (id: number): Version | undefined => this.#versions.get(id);
  concept = (id: number): Concept | undefined => this.#concepts.get(id);
  versions = (): Iterable<Version> => this.#versions.values();
  request = (id: string): ReviewRequest | undefined => this.#requests.get(id);
  requests = (): Iterable<ReviewRequest> => this.#requests.values();
  usesContent = (id: string): boolean => this.#uses.has(id);

  versionOfBucket(bucket: string): Version | undefined {
    const id = this.#buckets.get(bucket);
    return id === undefined ? undefined : this.#versions.get(id);
  }

  versionOfDoi(doi: string): Version | undefined {
    const id = this.#dois.get(doi.toLowerCase());
    return id === undefined ? undefined : this.#versions.get(id);
  }

  conceptOfDoi(doi: string): Concept | undefined {
    const id = this.#conceptDois.get(doi.toLowerCase());
    return id === undefined ? undefined : this.#concepts.get(id);
  }

  conceptOfRepository(repository: number): Concept | undefined {
    const id = this.#repositories.get(repository);
    return id === undefined ? undefined : this.#concepts.get(id);
  }

  /** Applies rows in order. Returns the ids of contents that nothing lists any more. */
  apply(changes: readonly Change[]): string[] {
    const touched = new Set<string>();
    for (const change of changes) {
      if ('drop' in change) this.#drop(change, touched);
      else if (change.put === 'request') this.#requests.set(change.value.id, change.value);
      else if (change.put === 'next-id') this.nextId = change.value;
      else if (change.put === 'concept') this.#putConcept(change.value);
      else this.#putVersion(change.value, touched);
    }
    return [...touched].filter((id) => !this.#uses.has(id));
  }

  /** All rows as the shortest list of changes that makes them again. */
  *rows(): Generator<Change> {
    yield { put: 'next-id', value: this.nextId };
    for (const value of this.#concepts.values()) yield { put: 'concept', value };
    for (const value of this.#versions.values()) yield { put: 'version', value };
    for (const value of this.#requests.values()) yield { put: 'request', value };
  }

  #putConcept(concept: Concept): void {
    this.#concepts.set(concept.id, concept);
    if (concept.doi !== undefined) this.#conceptDois.set(concept.doi.toLowerCase(), concept.id);
    if (concept.repository !== undefined) this.#repositories.set(concept.repository, concept.id);
  }

  #putVersion(version: Version, touched: Set<string>): void {
    const former = this.#versions.get(version.id);
    this.#versions.set(version.id, version);
    this.#buckets.set(version.bucket, version.id);
    this.#count(version, 1, touched);
    if (former !== undefined) this.#count(former, -1, touched);
    for (const doi of doisOf(former)) this.#forgetDoi(doi, version.id);
    for (const doi of doisOf(version)) if (!this.#dois.has(doi)) this.#dois.set(doi, version.id);
  }

  #drop(change: Extract<Change, { drop: string }>, touched: Set<string>): void {
    if (change.drop === 'request') this.#requests.delete(change.id);
    else if (change.drop === 'concept') this.#dropConcept(change.id);
    else this.#dropVersion(change.id, touched);
  }

  #dropConcept(id: number): void {
    const doi = this.#concepts.get(id)?.doi;
    if (doi !== undefined) this.#conceptDois.delete(doi.toLowerCase());
    this.#concepts.delete(id);
  }

  #dropVersion(id: number, touched: Set<string>): void {
    const version = this.#versions.get(id);
    if (version === undefined) return;
    this.#count(version, -1, touched);
    this.#buckets.delete(version.bucket);
    for (const doi of doisOf(version)) this.#forgetDoi(doi, id);
    this.#versions.delete(id);
  }

  #forgetDoi(doi: string, id: number): void {
    if (this.#dois.get(doi) === id) this.#dois.delete(doi);
  }

  #count(version: Version, step: 1 | -1, touched: Set<string>): void {
    for (const id of contentsOf(version)) {
      const uses = (this.#uses.get(id) ?? 0) + step;
      touched.add(id);
      if (uses === 0) this.#uses.delete(id);
      else this.#uses.set(id, uses);
    }
  }
}

// A DOI is taken by a record, or by a draft that holds a claim to it before any record does.
function doisOf(version: Version | undefined): Set<string> {
  const dois = [version?.record, version?.draft].map(
    (state) => state?.content.pids.doi?.identifier,
  );
  return new Set(dois.filter((doi) => doi !== undefined).map((doi) => doi.toLowerCase()));
}

function contentsOf(version: Version): string[] {
  const listed = [version.record, version.draft].flatMap((state) => state?.files ?? []);
  return [...listed, ...(version.formats ?? [])].flatMap(({ content }) => content?.id ?? []);
}

/** The newest published version of a concept, deleted ones left out. */
export function latestPublished(world: World, concept: number): Version | undefined {
  return publishedVersions(world, concept).at(-1);
}

/** All published versions of a concept, oldest first. */
export function publishedVersions(world: World, concept: number): Version[] {
  return (world.concept(concept)?.versions ?? [])
    .map((id) => world.version(id))
    .filter((version) => version?.record !== undefined && version.deleted === undefined)
    .filter((version) => version !== undefined);
}

/** The draft of a version that was never published, if the concept has one. */
export function nextDraft(world: World, concept: number): Version | undefined {
  return (world.concept(concept)?.versions ?? [])
    .map((id) => world.version(id))
    .find((version) => version?.draft !== undefined && version.record === undefined);
}

/** True for the last version of its concept, drafts counted: what listings show. */
export function isNewest(world: World, version: Version): boolean {
  return world.concept(version.concept)?.versions.at(-1) === version.id;
}
