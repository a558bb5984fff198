import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ciTemplate } from './ci-template.js';

const setup = (checkout: string, setupNode: string) => [
  { uses: checkout, with: { 'fetch-depth': 0, 'persist-credentials': false } },
  { uses: setupNode, with: { 'node-version': '22' } },
  { run: 'npm ci' },
];
const affected = 'npx nx affected -t freeze-verify validate metadata --base="$BASE" --head=HEAD\n';

describe('the workflow of GitHub', () => {
  const { path, text } = ciTemplate('github', { project: 'lukhas' });
  const steps = setup(
    'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8',
    'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444',
  );

  it('when it is made, it checks pull requests and deploys tags behind an environment', () => {
    expect(path).toBe('.github/workflows/zenodo.yml');
    expect(parse(text)).toEqual({
      name: 'Zenodo',
      on: {
        pull_request: { branches: ['main'] },
        push: { tags: ['v*', '!v*-alpha*', '!v*-beta*', '!v*-rc*'] },
      },
      permissions: { contents: 'read' },
      jobs: {
        validate: {
          if: "github.event_name == 'pull_request'",
          'runs-on': 'ubuntu-latest',
          'timeout-minutes': 30,
          steps: [
            ...steps,
            { run: affected, env: { BASE: '${{ github.event.pull_request.base.sha }}' } },
          ],
        },
        deploy: {
          if: "github.event_name == 'push'",
          'runs-on': 'ubuntu-latest',
          'timeout-minutes': 120,
          environment: 'zenodo-production',
          concurrency: { group: 'zenodo-production', 'cancel-in-progress': false },
          steps: [
            ...steps,
            { run: 'npx nx run lukhas:zenodo-deploy' },
            {
              run: 'npx nx run lukhas:zenodo-deploy:production --confirm="${GITHUB_REF_NAME}"\n',
              env: { ZENODO_PRODUCTION_TOKEN: '${{ secrets.ZENODO_PRODUCTION_TOKEN }}' },
            },
            {
              uses: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02',
              if: 'always()',
              with: {
                name: 'zenodo-receipt',
                path: '**/*-ZENODO.json',
                'if-no-files-found': 'ignore',
              },
            },
          ],
        },
      },
    });
  });

  it('when it finalizes, the deployment alone may write releases', () => {
    const options = {
      project: 'x',
      finalize: true,
      tags: 'pkg@*',
      tagPrefix: 'pkg@',
      environment: 'sandbox',
    } as const;
    const { permissions, jobs } = parse(ciTemplate('github', options).text);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.validate.permissions).toBeUndefined();
    expect(jobs.deploy.permissions).toEqual({ contents: 'write' });
    expect(jobs.deploy.steps[3]).toEqual({
      run: 'npx nx run x:zenodo-deploy:sandbox --confirm="${GITHUB_REF_NAME#pkg@}" --finalize --forge\n',
      env: {
        ZENODO_SANDBOX_TOKEN: '${{ secrets.ZENODO_SANDBOX_TOKEN }}',
        GITHUB_TOKEN: '${{ secrets.GITHUB_TOKEN }}',
      },
    });
  });
});

describe('the workflow of Forgejo', () => {
  it('when it is made, its actions come from the mirror of Forgejo, pinned too', () => {
    const { path, text } = ciTemplate('forgejo', { project: 'lukhas', install: 'wrapper' });
    expect(path).toBe('.forgejo/workflows/zenodo.yml');
    const { jobs, permissions } = parse(text);
    expect(permissions).toBeUndefined();
    expect(jobs.validate.steps).toEqual([
      ...setup(
        'https://data.forgejo.org/actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5',
        'https://data.forgejo.org/actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020',
      ).slice(0, 2),
      {
        run: affected.replace('npx nx', './nx'),
        env: { BASE: '${{ github.event.pull_request.base.sha }}' },
      },
    ]);
    expect(jobs.deploy.steps.at(-1).env).toEqual({
      ZENODO_PRODUCTION_TOKEN: '${{ secrets.ZENODO_PRODUCTION_TOKEN }}',
    });
  });
});

describe('the pipeline of GitLab', () => {
  it('when it is made, a protected tag waits for somebody before it is deployed', () => {
    const { path, text } = ciTemplate('gitlab', { project: 'lukhas', ignoredTags: ['v*-rc*'] });
    expect(path).toBe('.gitlab/zenodo.gitlab-ci.yml');
    expect(parse(text)).toEqual({
      '.zenodo': { image: 'node:22-bookworm', variables: { GIT_DEPTH: '0' } },
      'zenodo-validate': {
        extends: '.zenodo',
        rules: [
          {
            if: '$CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == "main"',
          },
        ],
        timeout: '30 minutes',
        script: [
          'npm ci',
          'npx nx affected -t freeze-verify validate metadata --base="$CI_MERGE_REQUEST_DIFF_BASE_SHA" --head=HEAD',
        ],
      },
      'zenodo-deploy': {
        extends: '.zenodo',
        rules: [
          { if: '$CI_COMMIT_TAG =~ /^v.*-rc.*$/', when: 'never' },
          { if: '$CI_COMMIT_TAG =~ /^v.*$/ && $CI_COMMIT_REF_PROTECTED == "true"', when: 'manual' },
        ],
        environment: { name: 'zenodo/production', deployment_tier: 'production' },
        resource_group: 'zenodo-production',
        interruptible: false,
        timeout: '2 hours',
        script: [
          'npm ci',
          'npx nx run lukhas:zenodo-deploy',
          'npx nx run lukhas:zenodo-deploy:production --confirm="${CI_COMMIT_TAG}"',
        ],
        artifacts: { when: 'always', paths: ['**/*-ZENODO.json'] },
      },
    });
  });

  it('when it goes to the sandbox, nobody has to wait', () => {
    const pipeline = parse(
      ciTemplate('gitlab', { project: 'x', environment: 'sandbox', tags: 'a/v1.*' }).text,
    );
    expect(pipeline['zenodo-deploy'].rules.at(-1)).toEqual({
      if: '$CI_COMMIT_TAG =~ /^a\\/v1\\..*$/ && $CI_COMMIT_REF_PROTECTED == "true"',
    });
  });
});

describe('the workflow of an archive', () => {
  const options = { project: 'rain', target: 'zenodo-archive' } as const;

  it.each(['github', 'forgejo'] as const)(
    'when %s runs it, only tags do, and the checkout holds submodules and Git LFS',
    (kind) => {
      const { on, jobs } = parse(ciTemplate(kind, options).text);
      expect(Object.keys(on)).toEqual(['push']);
      expect(Object.keys(jobs)).toEqual(['deploy']);
      const [checkout, , , rehearsal, publication] = jobs.deploy.steps;
      expect(checkout.with).toMatchObject({ submodules: 'recursive', lfs: true, 'fetch-depth': 0 });
      expect(rehearsal.run).toBe('npx nx run rain:zenodo-archive');
      expect(publication.run).toBe(
        'npx nx run rain:zenodo-archive:production --confirm="${GITHUB_REF_NAME}"\n',
      );
    },
  );

  it('when GitLab runs it, there is one job, and submodules are fetched', () => {
    const pipeline = parse(ciTemplate('gitlab', options).text);
    expect(Object.keys(pipeline)).toEqual(['.zenodo', 'zenodo-deploy']);
    expect(pipeline['.zenodo'].variables).toEqual({
      GIT_DEPTH: '0',
      GIT_SUBMODULE_STRATEGY: 'recursive',
    });
    expect(pipeline['zenodo-deploy'].script).toContain(
      'npx nx run rain:zenodo-archive:production --confirm="${CI_COMMIT_TAG}"',
    );
  });
});

describe('every template', () => {
  it.each(['github', 'forgejo'] as const)(
    'when it uses an action (%s), it is pinned by commit, its version beside it',
    (kind) => {
      const lines = ciTemplate(kind, { project: 'x' })
        .text.split('\n')
        .filter((line) => line.includes('uses:'));
      expect(lines.length).toBeGreaterThanOrEqual(4);
      for (const line of lines) expect(line).toMatch(/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  it.each(['github', 'forgejo', 'gitlab'] as const)(
    'when options could be read as code (%s), all are refused',
    (kind) => {
      const options = {
        project: 'x; rm',
        tags: "v*'",
        tagPrefix: '${{ x }}',
        mainBranch: '$(x)',
        checks: ['a b'],
      };
      const five = Array(5).fill(expect.objectContaining({ code: 'NZ8214' }));
      expect(() => ciTemplate(kind, options)).toThrow(
        expect.objectContaining({ code: 'NZ8214', findings: five }),
      );
    },
  );
});
