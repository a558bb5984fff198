import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createFreshRepository } from './workspace/fresh-repository.js';
import type { FreshRepository } from './workspace/fresh-repository.js';
import { others, python } from './workspace/languages.js';
import type { Language } from './workspace/languages.js';
import { layNxFolder } from './workspace/nx-folder.js';
import {
  deployRelease,
  expectCarefulGeneration,
  expectInstalled,
  expectSecondVersion,
  expectTamperingRefused,
  generateRelease,
} from './workspace/release-story.js';
import { nxVersion } from './workspace/release-workspace.js';

const releaseOf = ({ project, files, flags }: Language) => ({
  project,
  directory: '.',
  artifact: Object.keys(files).find((path) => path.startsWith('README')) ?? '',
  // Without package.json the folder of the repository would name the project.
  flags: flags.some((flag) => flag.startsWith('--name=')) ? flags : [`--name=${project}`, ...flags],
});

let installed: FreshRepository;
beforeAll(async () => {
  installed = await createFreshRepository('.nx/installation');
  installed.write(python.files);
  installed.commit('Before Nx');
});

describe('a Python repository', () => {
  it('when Nx is laid into .nx/installation and the plugin is added, no package.json appears', () => {
    layNxFolder(installed);
    expectInstalled(installed);
    expect(JSON.parse(installed.read('nx.json'))).toMatchObject({
      installation: { version: nxVersion, plugins: { 'nx-zenodo': '0.1.0' } },
      plugins: ['nx-zenodo/plugin'],
    });
    expect(existsSync(join(installed.root, 'package.json'))).toBe(false);
  });

  it('when a release is generated, it can be published, tampered with in vain, and followed', () => {
    const release = releaseOf(python);
    expectCarefulGeneration(installed, release);
    const first = deployRelease(installed, release);
    expectTamperingRefused(installed, release);
    expectSecondVersion(installed, release, first);
  });
});

describe('a repository in another language', () => {
  it.each(others.map((language) => [language.name, language] as const))(
    'when it is written in %s, a release is generated and published',
    async (_, language) => {
      const repository = await createFreshRepository('.nx/installation');
      repository.write(language.files);
      // What `nx init` and `nx add` made above; it does not depend on the language.
      for (const path of ['nx', 'nx.bat', 'nx.json', '.gitignore', '.nx']) {
        const isOfThisCopy = (from: string) => !/\.nx\/(cache|workspace-data)/.test(from);
        cpSync(join(installed.root, path), join(repository.root, path), {
          recursive: true,
          verbatimSymlinks: true,
          filter: isOfThisCopy,
        });
      }
      repository.commit('Nx is there');
      const release = releaseOf(language);
      generateRelease(repository, release);
      deployRelease(repository, release);
      expect(existsSync(join(repository.root, 'package.json'))).toBe(false);
    },
  );
});
