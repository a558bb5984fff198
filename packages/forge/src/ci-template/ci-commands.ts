import type { CiPlan } from './ci-options.js';

/** How Nx is called in the workspace. */
export function nxCommand({ install }: CiPlan): string {
  return install === 'npm' ? 'npx nx' : './nx';
}

/** Commands before the first call of Nx; the wrapper installs what it needs by itself. */
export function installCommands({ install }: CiPlan): readonly string[] {
  return install === 'npm' ? ['npm ci'] : [];
}

/** Checks of everything that lies between two commits. */
export function affectedCommand(plan: CiPlan, base: string): string {
  return `${nxCommand(plan)} affected -t ${plan.checks.join(' ')} --base="${base}" --head=HEAD`;
}

/** What production asks for first: the same bytes and metadata, published to the embedded local Zenodo. */
export function rehearsalCommands(plan: CiPlan): readonly string[] {
  if (plan.environment !== 'production') return [];
  return [`${nxCommand(plan)} run ${plan.project}:${plan.target}`];
}

/** The deployment, confirmed for the version that the tag names and for no other. */
export function deployCommand(plan: CiPlan, tag: string): string {
  const version = plan.tagPrefix === '' ? `\${${tag}}` : `\${${tag}#${plan.tagPrefix}}`;
  const finalize = plan.finalize && hasChecks(plan) ? ' --finalize --forge' : '';
  return `${nxCommand(plan)} run ${plan.project}:${plan.target}:${plan.environment} --confirm="${version}"${finalize}`;
}

/** True where a pull request has something to check: an archive is made of tags alone. */
export function hasChecks({ target }: CiPlan): boolean {
  return target === 'zenodo-deploy';
}

/** What the workflow is for, in one sentence. */
export function purposeOf(plan: CiPlan): string {
  return hasChecks(plan)
    ? '# Verifies frozen releases on pull requests, and publishes a tagged one to Zenodo.'
    : '# Archives the repository on Zenodo at each tag; nothing is published unless its metadata is sound.';
}

/** The environment variable of the token, which is also the name of the secret. */
export function tokenVariable({ environment }: CiPlan): string {
  return environment === 'production' ? 'ZENODO_PRODUCTION_TOKEN' : 'ZENODO_SANDBOX_TOKEN';
}
