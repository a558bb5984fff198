import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { finalizeDocuments } from '../plan/finalize-documents.js';
import { planFinalize } from '../plan/plan-finalize.js';
import { samplePublished } from '../testing/sample-release.js';
import { scratchFolder, scratchRepository } from '../testing/scratch-folder.js';
import type { ScratchFolder } from '../testing/scratch-folder.js';
import { applyFinalize } from './apply-finalize.js';
import { commitFinalize } from './commit-finalize.js';
import { readDocuments } from './read-documents.js';

let folder: ScratchFolder | undefined;
afterEach(() => folder?.dispose());

async function plan(root: string) {
  const documents = await readDocuments(
    root,
    finalizeDocuments({ readme: 'README.md', files: ['docs/a.md'] }),
  );
  return planFinalize({ published: samplePublished(), documents });
}

describe('writing the documents', () => {
  it('when a plan is applied, the documents are as planned, and planned again there is nothing to do', async () => {
    folder = await scratchFolder({ 'README.md': '# T\n', 'docs/a.md': '10.5281/zenodo.XXXXXXX\n' });
    expect(await applyFinalize(folder.root, await plan(folder.root))).toEqual([
      'README.md',
      'docs/a.md',
    ]);
    expect(await readFile(join(folder.root, 'docs/a.md'), 'utf8')).toBe('10.5281/zenodo.1002\n');
    expect((await plan(folder.root)).changes).toEqual([]);
  });

  it('when a document changed after the plan, nothing at all is written', async () => {
    folder = await scratchFolder({ 'README.md': '# T\n', 'docs/a.md': '10.5281/zenodo.XXXXXXX\n' });
    const planned = await plan(folder.root);
    await folder.write('docs/a.md', 'other\n');
    await expect(applyFinalize(folder.root, planned)).rejects.toMatchObject({ code: 'NZ8011' });
    expect(await readFile(join(folder.root, 'README.md'), 'utf8')).toBe('# T\n');
  });

  it.each([
    '../out.md',
    '/etc/out.md',
    'a/../../out.md',
    'C:/out.md',
    'a\\b.md',
    'a\0.md',
    './a.md',
    '.git/config',
  ])('when a path is %j, it is refused', async (path) => {
    folder = await scratchFolder();
    const change = { path, before: null, after: 'x' };
    const planned = { version: 'v1', doi: 'd', changes: [change], findings: [], commitMessage: '' };
    await expect(applyFinalize(folder.root, planned)).rejects.toMatchObject({ code: 'NZ8010' });
  });

  it('when documents are no text in UTF-8, all are named, nobody waits, and no byte is lost', async () => {
    folder = await scratchFolder({ 'README.md': '' });
    const latin = Buffer.from('# R\xe9union\n', 'latin1');
    await writeFile(join(folder.root, 'README.md'), latin);
    execFileSync('mkfifo', [join(folder.root, 'pipe.md')]);
    await mkdir(join(folder.root, 'docs'));
    const choice = { readme: 'README.md', files: ['docs', 'pipe.md', 'none.md'] };
    const reading = readDocuments(folder.root, finalizeDocuments(choice));
    await expect(reading).rejects.toMatchObject({
      findings: ['README.md', 'docs', 'pipe.md'].map((file) => ({
        code: 'NZ8018',
        place: { file },
      })),
    });
    expect(await readFile(join(folder.root, 'README.md'))).toEqual(latin);
  });

  it('when one cannot be written, it is named with those that were', async () => {
    folder = await scratchFolder({ 'README.md': '# T\n', 'docs/a.md': '10.5281/zenodo.XXXXXXX\n' });
    const planned = await plan(folder.root);
    const unwritable = { path: 'README.md/CITATION.md', before: null, after: 'x' };
    const broken = { ...planned, changes: [...planned.changes, unwritable] };
    await expect(applyFinalize(folder.root, broken)).rejects.toMatchObject({
      code: 'NZ8019',
      message: expect.stringMatching(/E[A-Z]+.*Written before it: README\.md, docs\/a\.md/),
    });
  });

  it('when a folder on the way is a link, it is refused', async () => {
    folder = await scratchFolder({ 'real/a.md': 'x' });
    await symlink(join(folder.root, 'real'), join(folder.root, 'docs'));
    await expect(plan(folder.root)).rejects.toMatchObject({ code: 'NZ8010' });
  });
});

describe('committing them', () => {
  const request = (root: string) => ({
    root,
    paths: ['README.md', 'docs/new.md'],
    message: 'docs(release): x\n\nDOI: y\n',
  });
  const changed = async () => {
    const repository = await scratchRepository({ 'README.md': '# T\n', 'other.md': 'a\n' });
    await repository.write('README.md', '# U\n');
    await repository.write('docs/new.md', 'new\n');
    await repository.write('other.md', 'changed, and none of ours\n');
    return repository;
  };

  it('when asked, the commit holds exactly the given files, and nothing is tagged or pushed', async () => {
    folder = await changed();
    const outcome = await commitFinalize(request(folder.root));
    expect(outcome).toEqual({
      commit: folder.git('rev-parse', 'HEAD').trim(),
      tag: null,
      pushed: false,
    });
    expect(folder.git('show', '--name-only', '--format=%B', 'HEAD')).toBe(
      'docs(release): x\n\nDOI: y\n\n\nREADME.md\ndocs/new.md\n',
    );
    expect(folder.git('status', '--porcelain')).toBe(' M other.md\n');
    expect(folder.git('tag')).toBe('');
  });

  it('when all is committed already, there is nothing to do', async () => {
    folder = await changed();
    await commitFinalize(request(folder.root));
    const before = folder.git('rev-parse', 'HEAD');
    expect(await commitFinalize(request(folder.root))).toMatchObject({ commit: null });
    expect(folder.git('rev-parse', 'HEAD')).toBe(before);
  });

  it('when the root is a folder of the repository, paths are relative to it', async () => {
    folder = await scratchRepository({ 'apps/x/README.md': '# T\n' });
    await folder.write('apps/x/README.md', '# U\n');
    const root = join(folder.root, 'apps/x');
    await commitFinalize({ root, paths: ['README.md'], message: 'x' });
    expect(folder.git('show', '--name-only', '--format=', 'HEAD')).toBe('apps/x/README.md\n');
  });

  it('when other files are staged, it refuses and names them', async () => {
    folder = await changed();
    folder.git('add', 'other.md');
    await expect(commitFinalize(request(folder.root))).rejects.toMatchObject({
      code: 'NZ8013',
      message: expect.stringContaining('other.md'),
    });
    expect(folder.git('log', '--format=%s')).toBe('First\n');
  });

  it('when a file is ignored by git, the reason is told', async () => {
    folder = await changed();
    await folder.write('.gitignore', 'docs/new.md\n');
    await expect(commitFinalize(request(folder.root))).rejects.toMatchObject({ code: 'NZ8012' });
  });

  it('when a tag and a push are asked for, both arrive together', async () => {
    folder = await changed();
    const remote = await scratchFolder();
    remote.git('init', '--quiet', '--bare');
    folder.git('remote', 'add', 'origin', remote.root);
    const asked = { ...request(folder.root), tag: 'v1-doi', push: 'origin' };
    const outcome = await commitFinalize(asked);
    expect(outcome).toMatchObject({ tag: 'v1-doi', pushed: true });
    expect(remote.git('rev-parse', 'main', 'v1-doi^{commit}')).toBe(
      `${outcome.commit}\n${outcome.commit}\n`,
    );
    expect(await commitFinalize(asked)).toEqual({ commit: null, tag: 'v1-doi', pushed: true });
    await remote.dispose();
  });

  it('when the tag stands elsewhere, nothing is committed', async () => {
    folder = await changed();
    folder.git('tag', 'v1');
    await expect(commitFinalize({ ...request(folder.root), tag: 'v1' })).rejects.toMatchObject({
      code: 'NZ8014',
    });
    expect(folder.git('log', '--format=%s')).toBe('First\n');
  });

  it('when the remote refuses, the commit stands and the reason is told', async () => {
    folder = await changed();
    const asked = { ...request(folder.root), push: join(folder.root, 'nowhere') };
    await expect(commitFinalize(asked)).rejects.toMatchObject({ code: 'NZ8015' });
    expect(folder.git('log', '--format=%s')).toBe('docs(release): x\nFirst\n');
  });

  it('when there is no repository, git says so', async () => {
    folder = await scratchFolder({ 'README.md': 'x' });
    await expect(
      commitFinalize({ ...request(folder.root), paths: ['README.md'] }),
    ).rejects.toMatchObject({ code: 'NZ8012' });
  });
});
