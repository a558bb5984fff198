import type { ActionsDialect } from './actions-workflow.js';

export const githubDialect: ActionsDialect = {
  runner: 'ubuntu-latest',
  checkout: {
    name: 'actions/checkout',
    commit: '08c6903cd8c0fde910a37f88322edcfb5dd907a8',
    version: 'v5.0.0',
  },
  setupNode: {
    name: 'actions/setup-node',
    commit: 'a0853c24544627f65ddf259abe73b1d18a591444',
    version: 'v5.0.0',
  },
  uploadArtifact: {
    name: 'actions/upload-artifact',
    commit: 'ea165f8d65b6e75b540449e92b4886f43607fa02',
    version: 'v4.6.2',
  },
  guards: true,
  forgeToken: 'GITHUB_TOKEN',
};

// data.forgejo.org mirrors these actions commit by commit. They stay one major behind: their successors ask for a
// newer Node than runners in the field bring. Artifacts of v4 are GitHub's alone.
export const forgejoDialect: ActionsDialect = {
  runner: 'docker',
  checkout: {
    name: 'https://data.forgejo.org/actions/checkout',
    commit: '34e114876b0b11c390a56381ad16ebd13914f8d5',
    version: 'v4.3.1',
  },
  setupNode: {
    name: 'https://data.forgejo.org/actions/setup-node',
    commit: '49933ea5288caeca8642d1e84afbd3f7d6820020',
    version: 'v4.4.0',
  },
  uploadArtifact: null,
  guards: false,
  forgeToken: 'FORGEJO_TOKEN',
};
