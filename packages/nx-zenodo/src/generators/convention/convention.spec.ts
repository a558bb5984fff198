import { describe, expect, it } from '@jest/globals';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { changesIn, takeToldLines } from '../../testing/told-lines.js';
import generator from './generator.js';

const told = takeToldLines();
const digest = 'a'.repeat(64);
const options = { directory: 'r', skipFormat: true };
const json = (tree: Tree, path: string) =>
  JSON.parse(tree.read(path, 'utf-8') ?? '') as Record<string, unknown>;

function folder(files: Record<string, string>): Tree {
  const tree = createTreeWithEmptyWorkspace();
  for (const [path, text] of Object.entries(files)) tree.write(`r/${path}`, text);
  return tree;
}
const script = [
  '#!/bin/bash',
  'META_FILE="${1:-meta.json}"',
  'FILES=("RELEASE_MANIFEST.json" "SIG.sha256" "docs/NOTES.md" "gone.zip")',
  'OUT="docs/releases/v0.2-ZENODO.json"',
  'curl -X POST "https://zenodo.org/api/deposit/depositions" -d @"$META_FILE"',
  'for f in "${FILES[@]}"; do curl --upload-file "$f" "$BUCKET_URL/$f"; done',
].join('\n');
const scripted = {
  'scripts/zenodo_upload.sh': script,
  'meta.json':
    '{"metadata":{"title":"T","version":"v0.2","description":"<p>d</p>","creators":[{"name":"A, B"}],"license":"MIT"}}',
  'SIG.sha256': `${digest}  docs/NOTES.md\n`,
  'docs/NOTES.md': 'x',
};

describe('nx g nx-zenodo:convention', () => {
  it('when a script uploads its files, the release has its files, metadata and signature', async () => {
    const tree = folder(scripted);
    await generator(tree, options);
    expect(json(tree, 'r/zenodo.release.json')).toMatchObject({
      version: 'v0.2',
      signature: 'SIG.sha256',
      artifacts: ['docs/NOTES.md'],
      metadata: 'meta.json',
    });
    expect(json(tree, 'r/zenodo.release.json')).not.toHaveProperty('receipt');
    expect(tree.exists('r/zenodo.metadata.json')).toBe(false);
    expect(json(tree, 'r/meta.json')).toMatchObject({ metadata: { title: 'T' } });
    const lines = told.join('\n');
    expect(lines).toContain('Moving from scripts/zenodo_upload.sh');
    expect(lines).toContain('uploads gone.zip, which is not there');
    expect(lines).toContain('chooses its Zenodo by an address');
  });

  it('when it is run twice, the second run changes nothing', async () => {
    const tree = folder(scripted);
    await generator(tree, options);
    const once = changesIn(tree);
    await generator(tree, options);
    expect(changesIn(tree)).toEqual(once);
  });

  it('when the signature of the script holds no digest, a real one is made beside it', async () => {
    const tree = folder({ ...scripted, 'SIG.sha256': '# Signatures\ndocs/NOTES.md\n' });
    expect(await generator(tree, options)).toBeInstanceOf(Function);
    expect(json(tree, 'r/zenodo.release.json')['signature']).toBe('SHA256SUMS');
    expect(told.join('\n')).toContain('SIG.sha256 holds no SHA-256 digest');
  });

  it('when the metadata stand in the script, they are written into the metadata file', async () => {
    const body = '{"metadata":{"title":"Inline","version":"1","creators":[{"name":"A, B"}]}}';
    const tree = folder({
      'up.sh': `cat > /tmp/m.json <<EOF\n${body}\nEOF\ncurl https://zenodo.org/api/deposit/depositions -d @/tmp/m.json\ncurl -T README.md $BUCKET`,
      'README.md': '# x\n',
    });
    await generator(tree, { ...options, from: 'script' });
    expect(json(tree, 'r/zenodo.metadata.json')).toMatchObject({
      metadata: { title: 'Inline', creators: [{ name: 'A, B' }], access_right: 'open' },
    });
    expect(json(tree, 'r/zenodo.release.json')['metadata']).toBe('zenodo.metadata.json');
  });

  it('when the webhook used .zenodo.json, its fields are carried and its habits are told', async () => {
    const tree = folder({
      '.zenodo.json':
        '{"title":"T","creators":[{"name":"A, B"}],"communities":[{"identifier":"c"}],"doi":"10.5281/zenodo.5"}',
      'CITATION.cff': 'title: other\nversion: 2.0.0\n',
      'README.md': '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.42.svg)](x)\n',
    });
    await generator(tree, options);
    expect(json(tree, 'r/zenodo.metadata.json')).toMatchObject({
      metadata: { title: 'T', version: '2.0.0', communities: [{ identifier: 'c' }] },
    });
    const lines = told.join('\n');
    expect(lines).toContain('still archives every GitHub release');
    expect(lines).toContain('passed over communities');
    expect(lines).toContain('"doi" is not carried over');
    expect(lines).toContain('names 10.5281/zenodo.42');
    expect(json(tree, 'r/zenodo.release.json')).not.toHaveProperty('zenodo');
  });

  it('when CITATION.cff says which DOI is the concept, the release continues that record', async () => {
    const tree = folder({
      '.zenodo.json': '{"title":"T"}',
      'CITATION.cff':
        'title: x\nversion: "1"\nidentifiers:\n  - {type: doi, value: 10.5281/zenodo.41, description: The concept DOI}\n',
    });
    await generator(tree, options);
    expect(json(tree, 'r/zenodo.release.json')['zenodo']).toEqual({ conceptRecordId: '41' });
    await generator(tree, { ...options, conceptRecordId: '10.5281/zenodo.43' });
    expect(json(tree, 'r/zenodo.release.json')['zenodo']).toEqual({ conceptRecordId: '43' });
  });

  it.each([
    [{ from: 'auto' as const }, 'neither an upload script'],
    [{ from: 'script' as const }, 'no script'],
    [{ from: 'zenodo-json' as const }, 'no .zenodo.json'],
    [{ script: 'none.sh' }, 'no script none.sh'],
  ])('when there is nothing to move from by %j, it says so', async (wish, message) => {
    const run = generator(folder({ 'README.md': 'x' }), { ...options, ...wish });
    await expect(run).rejects.toMatchObject({
      findings: [{ code: 'NZ9110', message: expect.stringContaining(message) }],
    });
  });
});
