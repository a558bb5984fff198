import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { syncAssets } from '../release/sync-assets.js';
import { requireRelease } from '../release/sync-description.js';
import { githubToken, startGithub } from '../testing/github-server.js';
import { sha256 } from '../testing/release-store.js';
import { openForge } from './open-forge.js';

type Github = Awaited<ReturnType<typeof startGithub>>;
let github: Github;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.close());

const open = () =>
  openForge(
    {
      kind: 'github',
      apiUrl: `${github.server.origin}/api/v3`,
      uploadUrl: `${github.server.origin}/api/uploads`,
      owner: 'ada',
      name: 'demo',
      origin: github.server.origin,
    },
    { value: githubToken, variable: 'GITHUB_TOKEN', kind: 'personal' },
  );
const file = {
  name: 'a.txt',
  size: 5,
  sha256: sha256('alpha'),
  mediaType: 'text/plain',
  async *open() {
    yield Buffer.from('alpha');
  },
};

describe('what only GitHub does', () => {
  it('when a download is redirected to the storage, the token does not go there', async () => {
    const release = github.store.add('v1');
    github.store.addAsset(release, 'a.txt', Buffer.from('alpha'));
    const forge = open();
    expect(await syncAssets(forge, await requireRelease(forge, 'v1'), [file])).toMatchObject([
      { done: 'kept' },
    ]);
    expect(github.storage.seen).toHaveLength(1);
    expect(github.storage.seen[0]!.headers.authorization).toBeUndefined();
    expect(
      github.server.seen.every(({ headers }) => headers.authorization === `Bearer ${githubToken}`),
    ).toBe(true);
  });

  it('when an upload address on another host is named, the token is not sent there', async () => {
    github.store.add('v1');
    const forge = open();
    const release = await requireRelease(forge, 'v1');
    const json = {
      id: 1,
      tag_name: 'v1',
      draft: false,
      prerelease: false,
      html_url: 'x',
      upload_url: `${github.storage.origin}/upload{?name,label}`,
    };
    github.server.faults.push({
      when: ({ path }) => /releases\/\d+$/.test(path),
      answer: { status: 200, json },
    });
    await expect(forge.uploadAsset(release, file)).rejects.toMatchObject({ code: 'NZ8208' });
    expect(github.storage.seen).toHaveLength(0);
  });

  it('when the rest of a broken upload lies there, it is removed and the file sent', async () => {
    const release = github.store.add('v1');
    github.store.addAsset(release, 'a.txt', Buffer.alloc(0), true);
    const forge = open();
    expect(await syncAssets(forge, await requireRelease(forge, 'v1'), [file])).toMatchObject([
      { done: 'uploaded' },
    ]);
    expect(release.assets.map(({ bytes }) => bytes.toString())).toEqual(['alpha']);
  });

  it('when a release is a draft, it is found all the same', async () => {
    github.store.add('v1', { draft: true });
    expect(await open().getRelease('v1')).toMatchObject({ draft: true });
  });

  it('when a release has more assets than fit on a page, all are seen', async () => {
    const release = github.store.add('v1');
    for (let n = 0; n < 130; n += 1)
      github.store.addAsset(release, `f${n}`, Buffer.from(String(n)));
    const forge = open();
    expect(await forge.listAssets(await requireRelease(forge, 'v1'))).toHaveLength(130);
  });

  it('when the answer to a change is a refusal with reasons, they are told', async () => {
    github.store.add('v1');
    const forge = open();
    const release = await requireRelease(forge, 'v1');
    await forge.uploadAsset(release, file);
    await expect(forge.uploadAsset(release, file)).rejects.toMatchObject({
      code: 'NZ8206',
      message: expect.stringContaining('already_exists'),
    });
  });
});
