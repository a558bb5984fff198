import { factSources } from '../facts/fact-sources.js';
import type { GitIdentity } from '../facts/git-facts.js';
import { mergeFacts } from '../facts/known-facts.js';
import type { KnownFacts } from '../facts/known-facts.js';
import { manifestFacts } from '../facts/manifest-facts.js';
import { zenodoJsonFacts } from '../facts/zenodo-json-facts.js';
import type { ReleaseFolder } from '../folder/release-folder.js';
import { flagFacts } from './flag-facts.js';
import type { DescribingFlags } from './flag-facts.js';
import { missingFacts } from './missing-facts.js';
import type { NeededFact } from './missing-facts.js';

/** Asks a person for facts and gives flags; null where nobody can be asked. */
export type Ask = ((missing: readonly NeededFact[]) => Promise<Partial<DescribingFlags>>) | null;

/** Everything that is known of a release: flags, then the metadata file, then the repository. */
export interface Described {
  readonly known: KnownFacts;
  /** Fields that a flag or an answer gave. */
  readonly given: ReadonlySet<string>;
}

/** Where the facts of a release are looked for. */
export interface FactSources {
  readonly folder: ReleaseFolder;
  readonly git: GitIdentity;
  /** Path of the metadata file below the folder. */
  readonly metadataFile: string;
  readonly flags: DescribingFlags;
  readonly ask: Ask;
}

/**
 * Collects the facts of a folder and has a person asked for what is missing.
 * @throws PluginError NZ9101 with every flag or answer that Zenodo would refuse.
 */
export async function describe({
  folder,
  git,
  metadataFile,
  flags,
  ask,
}: FactSources): Promise<Described> {
  const existing = folder.read(metadataFile);
  const own = existing === null ? [] : [zenodoJsonFacts(existing, metadataFile)];
  const found = factSources({
    names: folder.files.filter((path) => !path.includes('/')),
    read: folder.read,
    manifests: await manifestFacts(folder.read),
    git,
  });
  const merge = (told: DescribingFlags) => mergeFacts([flagFacts(told), ...own, ...found]);
  const missing = missingFacts(merge(flags).deposit);
  const answers = ask === null || missing.length === 0 ? {} : await ask(missing);
  const told = { ...flags, ...answers };
  return { known: merge(told), given: new Set(Object.keys(flagFacts(told).deposit)) };
}
