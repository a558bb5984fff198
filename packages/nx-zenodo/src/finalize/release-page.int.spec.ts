import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openForge } from '@nx-zenodo/forge';
import type { Forge, ForgeAsset, ForgeKind } from '@nx-zenodo/forge';
import deploy from '../executors/zenodo-deploy/executor.js';
import finalize from '../executors/zenodo-finalize/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { serveForge } from '../testing/served-forge.js';
import type { ServedForge } from '../testing/served-forge.js';
import { bundleSurvey, succeed, survey } from '../testing/survey.js';

const receipt = 'docs/releases/v1.0-ZENODO.json';
const variables = { github: 'GITHUB_TOKEN', gitlab: 'GITLAB_TOKEN', forgejo: 'FORGEJO_TOKEN' };
let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
});
afterEach(() => play.close());

function writeForgeConfig(change: Readonly<Record<string, unknown>>): void {
  const config = JSON.parse(play.read('zenodo.release.json'));
  config.finalize.forge = change;
  play.write('zenodo.release.json', JSON.stringify(config));
}

async function publish(): Promise<{ doi: string; files: { key: string; sha256: string }[] }> {
  await bundleSurvey(play, 'v1.0');
  await succeed(play, deploy);
  return JSON.parse(play.read(receipt));
}

describe.each<ForgeKind>(['github', 'gitlab', 'forgejo'])('the release page on %s', (kind) => {
  let served: ServedForge;
  let forge: Forge;
  beforeEach(async () => {
    served = await serveForge(kind, ['v1.0']);
    play.git('remote', 'add', 'origin', served.remote);
    writeForgeConfig({ kind });
    const [owner = '', name = ''] = kind === 'gitlab' ? ['group/sub', 'demo'] : ['ada', 'demo'];
    const { apiUrl, remote, token } = served;
    const uploadUrl = kind === 'github' ? apiUrl.replace('/v3', '/uploads') : apiUrl;
    const location = { kind, apiUrl, uploadUrl, owner, name, origin: new URL(remote).origin };
    forge = openForge(location, { value: token, variable: variables[kind], kind: 'personal' });
    process.env[variables[kind]] = token;
  });
  afterEach(() => served.close());

  const page = async () => {
    const release = await forge.getRelease('v1.0');
    if (release === null) throw new Error('the forge has the release');
    return { release, assets: await forge.listAssets(release) };
  };
  const digest = async (asset: ForgeAsset) =>
    (await forge.digestAsset((await page()).release, asset)).sha256;

  it('when asked, it gains badge, citation and verification, and the files that were published', async () => {
    const { doi, files } = await publish();
    const shown = await succeed(play, finalize, { dryRun: true, forge: true });
    expect(shown).toContain(`+[![DOI](`);
    expect(shown).toContain('Asset data.csv: is to be uploaded');
    expect((await page()).assets).toEqual([]);

    // The notes are changed by finalize before they are sent: what is sent is what was published.
    await succeed(play, finalize, { forge: true });
    const { release, assets } = await page();
    expect(release.description).toMatch(/^What is new in v1\.0\./);
    expect(release.description).toContain(`/badge/DOI/${doi}.svg`);
    expect(release.description).toContain('### How to cite');
    expect(release.description).toContain('sha256sum -c');
    const there = await Promise.all(assets.map(async (one) => [one.name, await digest(one)]));
    expect(there.sort()).toEqual(files.map(({ key, sha256 }) => [key, sha256]).sort());

    const again = await succeed(play, finalize, { forge: true });
    expect(again).toContain(`names ${doi} already`);
    expect(again).not.toContain('Asset uploaded');
    expect(again.match(/Asset kept/g)).toHaveLength(files.length);
    expect(again + shown).not.toContain(served.token);
  });

  it('when an asset has other bytes, it refuses and names both digests', async () => {
    await publish();
    const text = 'somebody else';
    const sha256 = createHash('sha256').update(text).digest('hex');
    await forge.uploadAsset((await page()).release, {
      name: 'data.csv',
      size: text.length,
      sha256,
      mediaType: 'text/csv',
      async *open() {
        yield Buffer.from(text);
      },
    });
    const refused = await play.run(finalize, { forge: true });
    expect(refused.success).toBe(false);
    expect(refused.output).toContain('NZ8209');
    expect(refused.output).toContain(sha256);
  });
});

describe('a repository without a forge', () => {
  it('when the page is asked for, it is skipped with a word', async () => {
    await publish();
    const said = await succeed(play, finalize, { forge: true });
    expect(said).toContain('No forge behind the remote origin');
    expect(said).toContain('✓ README.md');
  });

  it('when the host does not tell which forge it is, the cure names the setting', async () => {
    play.git('remote', 'add', 'origin', 'https://code.example.org/ada/demo.git');
    await publish();
    const said = await succeed(play, finalize, { forge: true });
    expect(said).toContain('NZ8212');
  });

  it('when the forge has no release for the tag, it says so', async () => {
    const served = await serveForge('forgejo', ['v0']);
    play.git('remote', 'add', 'origin', served.remote);
    writeForgeConfig({ kind: 'forgejo' });
    await publish();
    expect((await play.run(finalize, { forge: true })).output).toContain('NZ8213');
    await served.close();
  });
});
