import {
  affectedCommand,
  deployCommand,
  hasChecks,
  installCommands,
  purposeOf,
  rehearsalCommands,
  tokenVariable,
} from './ci-commands.js';
import type { CiPlan } from './ci-options.js';

/** An action, pinned: a tag can be moved to other code, a commit cannot. */
export interface PinnedAction {
  readonly name: string;
  readonly commit: string;
  readonly version: string;
}

/** What differs between GitHub Actions and Forgejo Actions, which read the same workflow language. */
export interface ActionsDialect {
  readonly runner: string;
  readonly checkout: PinnedAction;
  readonly setupNode: PinnedAction;
  /** Keeps the receipt with the run; null where no such action is at hand. */
  readonly uploadArtifact: PinnedAction | null;
  /** Whether jobs have `environment`, `permissions` and `concurrency`. */
  readonly guards: boolean;
  /** The variable that hands the forge's token to the deployment, where it writes the release page. */
  readonly forgeToken: string;
}

const uses = ({ name, commit, version }: PinnedAction) => `uses: ${name}@${commit} # ${version}`;

/** A workflow of two jobs: checks of what a pull request affects, and the deployment of a tag. */
export function actionsWorkflow(plan: CiPlan, dialect: ActionsDialect): string {
  return [
    purposeOf(plan),
    `# Needs the secret ${tokenVariable(plan)}${dialect.guards ? ` in the environment zenodo-${plan.environment}, whose protection rules are the gate` : ''}.`,
    'name: Zenodo',
    '',
    'on:',
    ...(hasChecks(plan) ? ['  pull_request:', `    branches: ['${plan.mainBranch}']`] : []),
    '  push:',
    `    tags: [${[plan.tags, ...plan.ignoredTags.map((tag) => `!${tag}`)].map((tag) => `'${tag}'`).join(', ')}]`,
    '',
    ...(dialect.guards ? ['permissions:', '  contents: read', ''] : []),
    'jobs:',
    ...(hasChecks(plan) ? [...validateJob(plan, dialect), ''] : []),
    ...deployJob(plan, dialect),
    '',
  ].join('\n');
}

function validateJob(plan: CiPlan, dialect: ActionsDialect): readonly string[] {
  return [
    '  validate:',
    "    if: github.event_name == 'pull_request'",
    `    runs-on: ${dialect.runner}`,
    '    timeout-minutes: 30',
    '    steps:',
    ...setup(plan, dialect),
    '      - run: |',
    `          ${affectedCommand(plan, '$BASE')}`,
    '        env:',
    '          BASE: ${{ github.event.pull_request.base.sha }}',
  ];
}

function deployJob(plan: CiPlan, dialect: ActionsDialect): readonly string[] {
  const token = tokenVariable(plan);
  return [
    '  deploy:',
    "    if: github.event_name == 'push'",
    `    runs-on: ${dialect.runner}`,
    '    timeout-minutes: 120',
    ...(dialect.guards ? guards(plan) : []),
    '    steps:',
    ...setup(plan, dialect),
    ...rehearsalCommands(plan).map((command) => `      - run: ${command}`),
    // The token is seen by this step alone, not by the installation before it.
    '      - run: |',
    `          ${deployCommand(plan, 'GITHUB_REF_NAME')}`,
    '        env:',
    `          ${token}: \${{ secrets.${token} }}`,
    ...(plan.finalize ? [`          ${dialect.forgeToken}: \${{ secrets.GITHUB_TOKEN }}`] : []),
    ...(dialect.uploadArtifact === null ? [] : keepReceipt(dialect.uploadArtifact)),
  ];
}

function guards(plan: CiPlan): readonly string[] {
  return [
    `    environment: zenodo-${plan.environment}`,
    '    concurrency:',
    `      group: zenodo-${plan.environment}`,
    // A deployment that has begun is never cut off by the next.
    '      cancel-in-progress: false',
    ...(plan.finalize ? ['    permissions:', '      contents: write'] : []),
  ];
}

function setup(plan: CiPlan, dialect: ActionsDialect): readonly string[] {
  return [
    `      - ${uses(dialect.checkout)}`,
    '        with:',
    '          fetch-depth: 0',
    '          persist-credentials: false',
    // An archive holds the files themselves, of submodules and of Git LFS too.
    ...(hasChecks(plan) ? [] : ['          submodules: recursive', '          lfs: true']),
    `      - ${uses(dialect.setupNode)}`,
    '        with:',
    `          node-version: '${plan.nodeVersion}'`,
    ...installCommands(plan).map((command) => `      - run: ${command}`),
  ];
}

function keepReceipt(action: PinnedAction): readonly string[] {
  return [
    `      - ${uses(action)}`,
    '        if: always()',
    '        with:',
    '          name: zenodo-receipt',
    "          path: '**/*-ZENODO.json'",
    '          if-no-files-found: ignore',
  ];
}
