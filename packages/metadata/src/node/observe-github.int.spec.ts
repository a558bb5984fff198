import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatReview } from '../resolve/review.js';
import { observeGithubOutcome } from './observe-github.js';
import { resolveReleaseMetadata } from './resolve-release-metadata.js';

let root: string;
const git = (...args: string[]) =>
  execFileSync('git', args, {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: '2025-03-04T12:00:00Z',
      GIT_COMMITTER_DATE: '2025-03-04T12:00:00Z',
    },
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'github-'));
  await writeFile(join(root, '.mailmap'), 'Ada Lovelace <a@b.c> ada <old@b.c>\n');
  await writeFile(
    join(root, 'CITATION.cff'),
    'title: A tool\nlicense: MIT\nabstract: Some text\nauthors: [{family-names: Lovelace, given-names: Ada}]\n',
  );
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'git@github.com:lab/tool.git');
  git('add', '.');
  git('-c', 'user.name=ada', '-c', 'user.email=old@b.c', 'commit', '-q', '-m', 'One');
  git('-c', 'user.name=ada', '-c', 'user.email=old@b.c', 'tag', '-a', 'v1.0', '-m', 'v1.0');
});
afterAll(() => rm(root, { recursive: true }));

describe('a repository with a tag', () => {
  it('when the GitHub integration is asked, it answers from the files and from git', async () => {
    const outcome = await observeGithubOutcome({ root, version: 'v1.0', releaseNotes: '**News**' });
    expect(outcome).toMatchObject({
      accepted: true,
      usedFile: 'CITATION.cff',
      published: {
        title: 'A tool',
        version: 'v1.0',
        related_identifiers: [{ identifier: 'https://github.com/lab/tool/tree/v1.0' }],
      },
    });
  });

  it('when the release is resolved without a metadata file, the tag gives the date and loses on authors', async () => {
    const { metadata } = await resolveReleaseMetadata({
      root,
      metadataFile: 'zenodo.metadata.json',
      release: { name: 'A tool', version: 'v1.0' },
      manifestSha256: 'a'.repeat(64),
    });
    expect(metadata?.deposit.publication_date).toBe('2025-03-04');
    const creators = metadata?.origins.find(({ field }) => field === 'creators');
    expect(creators).toMatchObject({ source: 'CITATION.cff', lost: [] });
    if (metadata === null) throw new Error('refused');
    const review = formatReview(metadata, 'v1.0');
    expect(review).toMatch(/^Version +v1\.0 = tag$/m);
    expect(review).toMatch(/^Public .*all files are public at once$/m);
    expect(formatReview(metadata, 'v2')).toMatch(/^Version +v1\.0, but the tag is v2$/m);
  });
});
