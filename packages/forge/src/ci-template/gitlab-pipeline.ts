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

/**
 * A pipeline of two jobs: checks of what a merge request affects, and the deployment of a tag. It is included in
 * another, so that it sets nothing outside its own jobs.
 */
export function gitlabPipeline(plan: CiPlan): string {
  const script = (...commands: readonly string[]) =>
    [...installCommands(plan), ...commands].map((line) => `    - ${quoted(line)}`);
  return [
    purposeOf(plan).replace('pull requests', 'merge requests'),
    `# Needs the variable ${tokenVariable(plan)}: masked, protected, scoped to the environment zenodo/${plan.environment}.`,
    '# Replace the image by one with a digest (name@sha256:…) to pin it.',
    '.zenodo:',
    `  image: node:${plan.nodeVersion}-bookworm`,
    '  variables:',
    "    GIT_DEPTH: '0'",
    ...(hasChecks(plan) ? [] : ['    GIT_SUBMODULE_STRATEGY: recursive']),
    '',
    ...(hasChecks(plan) ? validateJob(plan, script) : []),
    'zenodo-deploy:',
    '  extends: .zenodo',
    '  rules:',
    ...plan.ignoredTags.flatMap((tag) => [
      `    - if: ${quoted(`$CI_COMMIT_TAG =~ ${pattern(tag)}`)}`,
      '      when: never',
    ]),
    `    - if: ${quoted(`$CI_COMMIT_TAG =~ ${pattern(plan.tags)} && $CI_COMMIT_REF_PROTECTED == "true"`)}`,
    // Somebody presses the button: a published record cannot be taken back.
    ...(plan.environment === 'production' ? ['      when: manual'] : []),
    '  environment:',
    `    name: zenodo/${plan.environment}`,
    `    deployment_tier: ${plan.environment === 'production' ? 'production' : 'staging'}`,
    `  resource_group: zenodo-${plan.environment}`,
    '  interruptible: false',
    '  timeout: 2 hours',
    '  script:',
    ...script(...rehearsalCommands(plan), deployCommand(plan, 'CI_COMMIT_TAG')),
    '  artifacts:',
    '    when: always',
    '    paths:',
    "      - '**/*-ZENODO.json'",
    '',
  ].join('\n');
}

type Script = (...commands: readonly string[]) => readonly string[];

function validateJob(plan: CiPlan, script: Script): readonly string[] {
  return [
    'zenodo-validate:',
    '  extends: .zenodo',
    '  rules:',
    `    - if: ${quoted(`$CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == "${plan.mainBranch}"`)}`,
    '  timeout: 30 minutes',
    '  script:',
    ...script(affectedCommand(plan, '$CI_MERGE_REQUEST_DIFF_BASE_SHA')),
    '',
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A glob as the regular expression that GitLab's rules take. */
function pattern(glob: string): string {
  const parts = glob.split('*').map((part) => part.replace(/[.+/]/g, String.raw`\$&`));
  return `/^${parts.join('.*')}$/`;
}
