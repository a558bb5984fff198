import { describe, expect, it } from '@jest/globals';
import { executorOptions } from '../executors/options.js';
import { releaseTargets } from './targets.js';

const files = {
  frozen: ['SUMS', 'docs/a.md'],
  metadata: 'm.json',
  reservation: 'docs/v1-RESERVATION.json',
  tags: ['v1', 'vv1'],
  gitRefs: [],
  checked: ['r.json'],
};
const targets = releaseTargets('zenodo.release.json', files, '1.2.3', {
  inputs: ['{workspaceRoot}/x'],
});

describe('the inferred targets', () => {
  it('when a release is found, every executor has its target', () => {
    expect(Object.keys(targets).sort()).toEqual(Object.keys(executorOptions).sort());
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
      'freeze-verify': [],
      validate: [],
      manifest: ['freeze-verify', 'validate'],
      metadata: ['manifest'],
      bundle: ['metadata'],
      'zenodo-deploy': ['bundle'],
      'zenodo-reserve': [],
      'zenodo-audit': [],
      'zenodo-drafts': [],
    });
  });

  it('when results are cached, deploy and freeze are not', () => {
    const cached = Object.entries(targets).filter(([, target]) => target.cache === true);
    expect(cached.map(([name]) => name)).toEqual([
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

  it('when the tag is set or the DOI reserved afterwards, the metadata is made again', () => {
    expect(targets['metadata']?.inputs).toEqual(
      expect.arrayContaining([
        '{projectRoot}/docs/v1-RESERVATION.json',
        { runtime: 'git hash-object "./docs/v1-RESERVATION.json"' },
        { runtime: 'git for-each-ref refs/tags/v1 refs/tags/vv1' },
      ]),
    );
  });

  it('when nothing is known of the release, every tag counts', () => {
    const unknown = releaseTargets('zenodo.release.json', null, '1.2.3', {});
    expect(unknown['manifest']?.inputs).toContainEqual({ runtime: 'git for-each-ref refs/tags/' });
  });

  it('when the metadata is restored, so is every form of it', () => {
    expect(targets['metadata']?.outputs).toEqual([
      '{projectRoot}/dist/release/release-metadata.json',
      '{projectRoot}/dist/release/metadata',
    ]);
  });

  it('when the plugin is another version, every cache key is another', () => {
    expect(targets['validate']?.options).toEqual({
      config: 'zenodo.release.json',
      release: '1.2.3',
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
