import * as v from 'valibot';
import type { EnvironmentName } from '../environment/environment.js';

/** Which release configuration. */
export const config = v.optional(
  v.pipe(
    v.string(),
    v.description('The release configuration, relative to the project root.'),
    v.examples(['zenodo.release.json']),
  ),
  'zenodo.release.json',
);

/** Nx hashes options: the version in them makes every cached result of an older plugin stale. */
export const release = v.optional(
  v.pipe(
    v.string(),
    v.description('Version of the plugin that inferred the target; part of the cache key.'),
  ),
  '',
);

/** Whether a change that is shown is also made. */
export const write = v.optional(
  v.pipe(v.boolean(), v.description('Write the change; without this option it is only shown.')),
  false,
);

/** Every environment that can be named. */
export const environments: readonly EnvironmentName[] = ['local', 'sandbox', 'production'];

/** Where to publish. */
export const environment = v.optional(
  v.pipe(
    v.picklist(environments),
    v.description('Where to publish; local is the local Zenodo on this machine.'),
  ),
  'local',
);

const report = (description: string, example: string) =>
  v.optional(v.pipe(v.string(), v.description(description), v.examples([example])));

/** Where findings are written for code hosts. */
export const sarif = report(
  'Write the findings as SARIF to this file, relative to the workspace.',
  'dist/findings.sarif',
);

/** The same for GitLab. */
export const codeQuality = report(
  'Write the findings as a Code Quality report of GitLab to this file, relative to the workspace.',
  'dist/code-quality.json',
);
