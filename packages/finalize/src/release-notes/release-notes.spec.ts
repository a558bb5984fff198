import { describe, expect, it } from '@jest/globals';
import { sampleManifest, samplePublished } from '../testing/sample-release.js';
import { formatInventory, inventory } from './inventory.js';
import { updateInventory } from './update-release-notes.js';
import { checksumCommand, formatVerification } from './verification.js';

const manifest = sampleManifest();
const published = samplePublished();

describe('the artifact inventory', () => {
  it('when the record is known, it lists what the record serves, with media types of the manifest', () => {
    const files = [
      ...published.files,
      { key: 'RELEASE_MANIFEST.json', size: 1, sha256: 'd'.repeat(64) },
    ];
    expect(formatInventory(inventory(manifest, files)).split('\n')).toEqual([
      '| File | Bytes | Media type | SHA-256 |',
      '| --- | ---: | --- | --- |',
      `| \`NOTES.md\` | 5 | text/markdown | \`${'a'.repeat(64)}\` |`,
      `| \`sums.sha256\` | 70 | text/plain | \`${'b'.repeat(64)}\` |`,
      `| \`RELEASE_MANIFEST.json\` | 1 | — | \`${'d'.repeat(64)}\` |`,
      '',
      '3 files, 76 bytes.',
    ]);
  });

  it('when nothing is published yet, it lists artifacts and signature, and not what is only covered', () => {
    expect(inventory(manifest).map(({ name }) => name)).toEqual(['docs/NOTES.md', 'sums.sha256']);
  });

  it('when a name has signs of the table in it, the table stays whole', () => {
    const table = formatInventory([{ name: 'a|`b`', size: 1, sha256: 'e', mediaType: null }]);
    expect(table).toContain(String.raw`| ` + '`` a\\|`b` `` | 1 |');
  });

  it('when notes have no markers, a section is added; the second time it is replaced', () => {
    const first = updateInventory('# v1\n', 'notes.md', { manifest, published }).text;
    expect(first).toContain('# v1\n\n## Artifact inventory\n\n<!-- nx-zenodo:inventory -->\n');
    expect(updateInventory(first, 'notes.md', { manifest, published })).toEqual({
      text: first,
      findings: [],
    });
    const changed = { ...published, files: published.files.slice(1) };
    const second = updateInventory(first, 'notes.md', { manifest, published: changed }).text;
    expect(second).not.toContain('`NOTES.md`');
    expect(second.match(/Artifact inventory/g)).toHaveLength(1);
  });
});

describe('the instructions to verify', () => {
  it('when the release lies in a folder of a tagged repository, they go there', () => {
    const text = formatVerification(manifest, published, { releaseRoot: 'apps/my app' });
    expect(text).toContain(
      "git switch --detach v1.2.0\ncd 'apps/my app'\nsha256sum -c sums.sha256\n",
    );
  });

  it('when there is no tag, nothing is said of a tree that nobody could name', () => {
    const untagged = sampleManifest({ release: { ...manifest.release, tag: null } });
    expect(formatVerification(untagged, published)).not.toContain('git');
  });

  it('when there are too many files, they are downloaded by hand and still checked', () => {
    const files = Array.from({ length: 21 }, (_, n) => ({
      key: `f${n}`,
      size: 1,
      sha256: 'a'.repeat(64),
    }));
    const text = formatVerification(null, { ...published, files });
    expect(text).not.toContain('curl');
    expect(text.match(/^a{64} {2}f\d+$/gm)).toHaveLength(21);
  });

  it('when a name has a backslash, the line is escaped as sha256sum writes it', () => {
    expect(checksumCommand([{ key: String.raw`a\b`, size: 1, sha256: 'f'.repeat(64) }])).toContain(
      String.raw`\ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  a\\b`,
    );
  });
});
