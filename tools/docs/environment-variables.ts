/** A variable of the environment that the packages read. */
export interface EnvironmentVariable {
  readonly name: string;
  /** The file that reads it; the generator refuses a row whose file does not name the variable. */
  readonly readBy: string;
  readonly meaning: string;
}

/** Every variable that a user may set; the runtime's own (PATH, NODE_OPTIONS) are left out. */
export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    name: 'ZENODO_TOKEN',
    readBy: 'packages/nx-zenodo/src/environment/environment.ts',
    meaning: 'Token of Zenodo; used if the variable of the environment is not set.',
  },
  {
    name: 'ZENODO_SANDBOX_TOKEN',
    readBy: 'packages/nx-zenodo/src/environment/environment.ts',
    meaning: 'Token of the environment `sandbox`.',
  },
  {
    name: 'ZENODO_PRODUCTION_TOKEN',
    readBy: 'packages/nx-zenodo/src/environment/environment.ts',
    meaning: 'Token of the environment `production`.',
  },
  {
    name: 'ZENODO_API',
    readBy: 'packages/nx-zenodo/src/environment/environment.ts',
    meaning:
      'Base URL of the API, to use another address of the same environment; never changes the environment.',
  },
  {
    name: 'ZENODO_LOCAL_PORT',
    readBy: 'packages/nx-zenodo/src/environment/environment.ts',
    meaning: 'Port of the local Zenodo; 5072 by default.',
  },
  ...[
    ['GITHUB_TOKEN', 'Token of GitHub, for the release page that is written after publication.'],
    ['GH_TOKEN', 'The same; used if the one above is not set.'],
    ['GITLAB_TOKEN', 'Token of GitLab, for the same.'],
    ['CI_JOB_TOKEN', 'Token of a GitLab CI job; used if the one above is not set.'],
    ['FORGEJO_TOKEN', 'Token of Forgejo, for the same.'],
    ['GITEA_TOKEN', 'The same; used if the one above is not set.'],
  ].map(([name = '', meaning = '']) => ({
    name,
    readBy: 'packages/forge/src/location/detect-forge.ts',
    meaning,
  })),
  {
    name: 'NX_DRY_RUN',
    readBy: 'packages/nx-zenodo/src/executors/zenodo-finalize/executor.ts',
    meaning: '`true` makes commands that send or write only show what they would do.',
  },
  {
    name: 'NX_INTERACTIVE',
    readBy: 'packages/nx-zenodo/src/generators/node/ask-missing.ts',
    meaning: 'Set by Nx; generators ask questions only if it is `true`.',
  },
  {
    name: 'CI',
    readBy: 'packages/nx-zenodo/src/generators/node/ask-missing.ts',
    meaning: '`true` prevents generators from asking questions.',
  },
  {
    name: 'SOURCE_DATE_EPOCH',
    readBy: 'packages/bundle/src/node/build-bundle.ts',
    meaning:
      'Time of the entries of an archive, in seconds since 1970, instead of the date of the tag.',
  },
  {
    name: 'XDG_STATE_HOME',
    readBy: 'packages/deposit/src/node/state-folder.ts',
    meaning:
      'Folder of the journal and the lock of a deposit to `sandbox` and `production`; `~/.local/state` by default.',
  },
  {
    name: 'LOCALAPPDATA',
    readBy: 'packages/deposit/src/node/state-folder.ts',
    meaning: 'The same on Windows.',
  },
];
