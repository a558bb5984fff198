/** A command of a page that is not run with the page. */
export interface NotRun {
  readonly page: string;
  /** The command as the page has it, or how it begins. */
  readonly command: string;
  readonly reason: string;
  /** Where it is run instead: the file has to hold the command. */
  readonly ranBy?: string;
}

/** Kept short: what stands here is not proved by the page's own run. An entry that fits nothing fails. */
export const notRun: readonly NotRun[] = [
  {
    page: 'README.md',
    command: 'npm ci && npm test',
    reason: 'takes minutes; CI runs it as a step of its own',
    ranBy: '.ci/run',
  },
  {
    page: 'README.md',
    command: 'npx nx add nx-zenodo',
    reason: 'asks the registry for the published package',
  },
  ...['npx nx g nx-zenodo:release survey', 'npx nx run survey:zenodo-deploy'].map((command) => ({
    page: 'README.md',
    command,
    reason: 'is about a workspace of the reader',
    ranBy: 'docs/guides/start-a-release.md',
  })),
  { page: 'CONTRIBUTING.md', command: 'npm ci', reason: 'the first step of CI', ranBy: '.ci/run' },
  ...[
    'npm test',
    'npm run check',
    'npm run e2e',
    'npm run conformance',
    'npm run fault-matrix -- --bounded',
  ].map((command) => ({
    page: 'CONTRIBUTING.md',
    command,
    reason: 'takes minutes; CI runs it as a step of its own',
    ranBy: '.ci/run',
  })),
  { page: 'CONTRIBUTING.md', command: 'npm run docs:commands', reason: 'is this very run' },
];
