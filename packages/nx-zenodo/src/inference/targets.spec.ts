import { describe, expect, it } from '@jest/globals';
import { LICENSE_FILES, SOURCE_FILES } from '@nx-zenodo/metadata';
import { executorOptions } from '../executors/options.js';
import { archiveProjectName, archiveRecordTargets, archiveTargets } from './archive-targets.js';
import { isPublishedPackage } from './published-package.js';
import { releaseTargets } from './targets.js';

const set = (...paths: string[]) => ({ paths, patterns: paths });
const files = {
  frozen: set('SUMS', 'docs/a.md'),
  shards: [],
  signature: 'SUMS',
  metadata: 'm.json',
  description: null,
  isRelated: false,
  reservation: 'docs/v1-RESERVATION.json',
  tags: ['v1', 'vv1'],
  gitFreeze: null,
  checked: ['r.json', 'docs/**/*.csv'],
  commands: false,
};
const infer = (changed: object = {}, hidden: string[] | null = []) =>
  releaseTargets(
    'zenodo.release.json',
    {
      files: { ...files, ...changed },
      root: 'r',
      hidden: hidden === null ? null : new Set(hidden),
      isPackage: 'isPackage' in changed,
    },
    '1.2.3',
    { inputs: ['{workspaceRoot}/x'] },
  );
const targets = infer();
const reports = ['{options.sarif}', '{options.codeQuality}'];
const entriesOf = (executor = '') =>
  Object.entries(executorOptions).find(([name]) => executor === `nx-zenodo:${name}`)?.[1].entries ??
  {};
const cachedTargets = (inferred: ReturnType<typeof infer>) =>
  Object.keys(inferred).filter((name) => inferred[name]?.cache === true);

const archive = (config: object = {}) => ({
  ...archiveRecordTargets('zenodo.archive.json'),
  ...archiveTargets('zenodo.archive.json', JSON.stringify({ name: 'rain', ...config }), '1.2.3'),
});

describe('the targets of an archive', () => {
  it('when nothing but git says what it holds, it is cached on the tags and commits', () => {
    expect(archive()).toMatchObject({
      archive: {
        cache: true,
        outputs: ['{projectRoot}/dist/archive', ...reports],
        options: { config: 'zenodo.archive.json', release: '1.2.3' },
      },
      'zenodo-archive': { cache: false, parallelism: false, options: { environment: 'local' } },
    });
    expect(archive()['archive']?.inputs).toContainEqual({ runtime: 'git for-each-ref refs/tags' });
  });

  it('when it has assets, which git mostly ignores, it is made anew each time', () => {
    expect(archive({ assets: ['dist/*.whl'] })['archive']?.cache).toBe(false);
    expect(archiveProjectName('{"name": "rain"}')).toBe('rain');
    expect(archiveProjectName('{')).toBeUndefined();
  });
});

describe('what the metadata of a release is made of', () => {
  // The list stands twice: to read the package that owns it would slow down every run of Nx.
  it('when a file can state facts, it is an input', () => {
    const inputs = (infer()['metadata']?.inputs ?? []) as readonly (string | object)[];
    const paths = inputs.filter((input): input is string => typeof input === 'string');
    for (const file of SOURCE_FILES) expect(paths).toContain(`{projectRoot}/${file}`);
    const licences = paths.filter((path) => path.includes('LICENSE'));
    expect(licences).toEqual(['{projectRoot}/{LICENSE,LICENCE,COPYING}*']);
    for (const file of LICENSE_FILES) expect(file).toMatch(/^(LICENSE|LICENCE|COPYING)/);
  });

  it('when release notes describe it, they are an input; when others are related, it is never cached', () => {
    const described = infer({ description: 'docs/v1.md' })['metadata'];
    expect(described?.inputs).toContain('{projectRoot}/docs/v1.md');
    expect(described?.cache).toBe(true);
    expect(infer({ isRelated: true })['metadata']?.cache).toBe(false);
  });
});

describe('what a person sees of the targets', () => {
  it.each(Object.entries({ ...infer(), ...archive() }))(
    'when %s is shown, it says what it is, of what technology, and where help is',
    (name, { metadata }) => {
      expect(metadata).toMatchObject({
        description: expect.stringMatching(/^[A-Z].{9,}[^.]$/),
        technologies: ['zenodo'],
        help: { command: `npx nx ${name} --help`, example: {} },
      });
    },
  );

  it.each(Object.entries({ ...infer(), ...archive() }))(
    'when the help of %s shows an option, the executor takes it',
    (_, { executor, metadata }) => {
      const name = executor?.split(':')[1] as keyof typeof executorOptions;
      const shown = Object.keys(metadata?.help?.example.options ?? {});
      expect(Object.keys(executorOptions[name].entries)).toEqual(expect.arrayContaining(shown));
    },
  );
});

describe('the target of nx release', () => {
  it('when npm publishes the folder too, its target is left to Nx', () => {
    expect(targets['nx-release-publish']).toMatchObject({
      executor: 'nx-zenodo:release-publish',
      dependsOn: [],
      options: { environment: 'local' },
      cache: false,
    });
    expect(infer({ isPackage: true })).not.toHaveProperty('nx-release-publish');
  });

  it.each([
    [null, false],
    ['{"name":"x"}', true],
    ['{"name":"x","private":true}', false],
    ['{', false],
  ])('when package.json is %j, that npm publishes it is %j', (text, expected) => {
    expect(isPublishedPackage(text)).toBe(expected);
  });
});

describe('the inferred targets', () => {
  it('when a release is found, every executor has its target', () => {
    const inferred = infer({ shards: [set('SUMS', 'docs/a.md'), set('SUMS')] });
    const all = [...Object.values(inferred), ...Object.values(archive())];
    const executors = all.map(({ executor }) => executor?.split(':')[1]);
    expect([...new Set(executors)].sort()).toEqual(Object.keys(executorOptions).sort());
  });

  it('when they are run as a chain, publishing comes after integrity and validation', () => {
    const dependsOn = Object.fromEntries(
      Object.entries(targets).map(([name, target]) => [name, target.dependsOn ?? []]),
    );
    expect(dependsOn).toEqual({
      freeze: [],
      'freeze-guard': [],
      'manifest-diff': [],
      'metadata-fix': [],
      'metadata-sync': [],
      'zenodo-finalize': [],
      'bundle-check': [],
      'zenodo-preview': [],
      'zenodo-status': [],
      'freeze-verify': [],
      validate: [],
      manifest: ['freeze-verify', 'validate'],
      metadata: ['manifest'],
      bundle: ['metadata'],
      'zenodo-deploy': ['bundle'],
      'nx-release-publish': [],
      'zenodo-reserve': [],
      'zenodo-audit': [],
      'zenodo-drafts': [],
    });
  });

  it('when results are cached, deploy and freeze are not', () => {
    expect(cachedTargets(targets)).toEqual([
      'freeze-verify',
      'validate',
      'manifest',
      'metadata',
      'bundle',
    ]);
  });

  it('when the frozen files are known, they are the inputs, with the configuration and nothing else', () => {
    expect(targets['freeze-verify']?.inputs).toEqual([
      '{projectRoot}/zenodo.release.json',
      '{workspaceRoot}/x',
      '{projectRoot}/SUMS',
      '{projectRoot}/docs/a.md',
    ]);
  });

  it('when the freeze is held in git, HEAD, the tag and the freeze record are inputs', () => {
    const inputs = (gitFreeze: object, hidden: string[] = []) =>
      infer({ gitFreeze }, hidden)['freeze-verify']?.inputs ?? [];
    expect(inputs({ tag: 'v1', record: 'F.json' })).toEqual(
      expect.arrayContaining([
        { runtime: 'git rev-parse HEAD "refs/tags/v1"' },
        '{projectRoot}/F.json',
      ]),
    );
    expect(inputs({ tag: null, record: null })).toContainEqual({
      runtime: 'git rev-parse HEAD --tags',
    });
    expect(inputs({ tag: 'v1', record: 'F.json' }, ['r/F.json'])).toContainEqual({
      runtime: 'git hash-object --no-filters -- "./r/F.json"',
    });
  });

  it('when the tag is set or the DOI reserved afterwards, the metadata is made again', () => {
    expect(targets['metadata']?.inputs).toEqual(
      expect.arrayContaining([
        '{projectRoot}/docs/v1-RESERVATION.json',
        { runtime: 'git for-each-ref refs/tags/v1 refs/tags/vv1' },
      ]),
    );
  });

  it('when nothing is known of the release, every tag counts', () => {
    const unknown = releaseTargets(
      'zenodo.release.json',
      { files: null, root: 'r', hidden: new Set(), isPackage: false },
      '1.2.3',
      {},
    );
    expect(unknown['manifest']?.inputs).toContainEqual({ runtime: 'git for-each-ref refs/tags/' });
  });

  it('when the metadata is restored, so is every form of it', () => {
    expect(targets['metadata']?.outputs).toEqual([
      '{projectRoot}/dist/release/release-metadata.json',
      '{projectRoot}/dist/release/metadata',
      ...reports,
    ]);
  });

  it('when a cached target can write reports, they are restored with its result, and of no other', () => {
    const all = { ...targets, ...infer({ shards: [set('docs/a.md')] }), ...archive() };
    const cached = cachedTargets(all).flatMap((name) => all[name] ?? []);
    const restoring = cached.filter(({ outputs }) =>
      reports.every((one) => outputs?.includes(one)),
    );
    const writing = cached.filter(({ executor }) => 'sarif' in entriesOf(executor));
    expect(restoring).toEqual(writing);
    expect(writing.length).toBeGreaterThan(2);
  });

  it('when the plugin is another version, every cache key is another', () => {
    expect(targets['validate']?.options).toEqual({
      config: 'zenodo.release.json',
      release: '1.2.3',
    });
  });

  it('when a frozen file is ignored by git, git digests it for all that read it, and for nothing else', () => {
    const digested = { runtime: 'git hash-object --no-filters -- "./r/docs/a.md"' };
    const inferred = infer({}, ['r/docs/a.md']);
    const names = Object.keys(inferred).filter((name) =>
      inferred[name]?.inputs?.some((input) => JSON.stringify(input) === JSON.stringify(digested)),
    );
    expect(names).toEqual(['freeze-verify', 'manifest', 'bundle']);
    expect(cachedTargets(inferred)).toEqual(cachedTargets(targets));
  });

  it('when it is not known which files Nx sees, what reads files is not cached', () => {
    expect(cachedTargets(infer({}, null))).toEqual([]);
  });

  it('when the list is not understood, what reads the frozen files is not cached', () => {
    expect(cachedTargets(infer({ frozen: null }))).toEqual(['validate', 'metadata']);
  });

  it('when a check reads a glob, the ignored files in its folder count, and a command reads anything', () => {
    expect(targets['validate']?.inputs).toEqual([
      '{projectRoot}/zenodo.release.json',
      '{workspaceRoot}/x',
      '{projectRoot}/r.json',
      '{projectRoot}/docs/**/*.csv',
      { runtime: expect.stringMatching(/ls-files .*"r\/docs"/) },
      { runtime: expect.stringMatching(/ls-files .*"r\/docs".*\| git hash-object/) },
    ]);
    expect(infer({ commands: true })['validate']?.inputs).toContain('{projectRoot}/**/*');
  });

  it('when the files are verified in shards, each is a target of its own and freeze-verify merges them', () => {
    const inferred = infer({ shards: [set('SUMS', 'docs/a.md'), null] });
    expect(inferred['freeze-verify-shard-1']).toMatchObject({
      executor: 'nx-zenodo:freeze-verify-shard',
      options: { config: 'zenodo.release.json', release: '1.2.3', shard: 1 },
      cache: true,
      inputs: [
        '{projectRoot}/zenodo.release.json',
        '{workspaceRoot}/x',
        '{projectRoot}/SUMS',
        '{projectRoot}/docs/a.md',
      ],
      outputs: ['{projectRoot}/dist/release/shards/1-of-2.json'],
    });
    expect(inferred['freeze-verify-shard-2']?.cache).toBe(false);
    expect(inferred['freeze-verify']).toMatchObject({
      dependsOn: ['freeze-verify-shard-1', 'freeze-verify-shard-2'],
      cache: true,
      inputs: [
        '{projectRoot}/zenodo.release.json',
        '{workspaceRoot}/x',
        '{projectRoot}/SUMS',
        { dependentTasksOutputFiles: '**/dist/release/shards/*.json' },
      ],
    });
  });

  it('when a target talks to Zenodo, it is never cached and never beside another', () => {
    for (const name of ['zenodo-deploy', 'zenodo-reserve', 'zenodo-drafts']) {
      expect(targets[name]).toMatchObject({ cache: false, parallelism: false });
    }
  });

  it('when the environment is not named, it is local', () => {
    expect(targets['zenodo-deploy']?.options).toMatchObject({ environment: 'local' });
    expect(Object.keys(targets['zenodo-deploy']?.configurations ?? {})).toEqual([
      'local',
      'sandbox',
      'production',
    ]);
  });
});
