import { noRelease } from '../findings/forge-findings.js';
import { ForgeError } from '../findings/forge-error.js';
import type { Forge, ForgeRelease } from '../forge.js';

/** The release of a tag. @throws ForgeError NZ8213 where the forge has none */
export async function requireRelease(forge: Forge, tag: string): Promise<ForgeRelease> {
  const release = await forge.getRelease(tag);
  if (release === null) throw new ForgeError([noRelease(tag)]);
  return release;
}

/** What was done, and the release as the forge has it now. */
export interface DescriptionOutcome {
  readonly done: 'unchanged' | 'updated';
  readonly release: ForgeRelease;
}

/** Edits the description of a release; sends nothing where the edit changes nothing. */
export async function syncDescription(
  forge: Forge,
  release: ForgeRelease,
  edit: (description: string) => string,
): Promise<DescriptionOutcome> {
  const description = edit(release.description);
  if (description === release.description) return { done: 'unchanged', release };
  return { done: 'updated', release: await forge.updateDescription(release, description) };
}
