import { describe, expect, it } from '@jest/globals';
import { fixDepositFile } from './apply-fixes.js';
import { guessLicense } from './propose-fixes.js';

const fix = async (metadata: object) => {
  const text = JSON.stringify({ metadata }, null, 4);
  const fixed = await fixDepositFile(text, 'zenodo.metadata.json', { version: 'v2' });
  if (fixed === null) throw new Error('no JSON');
  return { ...fixed, metadata: (JSON.parse(fixed.text) as { metadata: object }).metadata };
};

describe('fixes that a machine can make', () => {
  it.each<[object, object]>([
    [{ version: 'v1' }, { version: 'v2' }],
    [{ license: 'MIT License' }, { license: 'mit' }],
    [{ license: 'GPL-3.0' }, { license: 'GPL-3.0' }],
    [{ keywords: 'a, b; a' }, { keywords: ['a', 'b'] }],
    [{ keywords: ['A', ' a', ''] }, { keywords: ['A'] }],
    [{ title: null }, {}],
    [{ titel: 'x' }, { title: 'x' }],
    [{ upload_type: 'software', publication_type: 'article' }, { upload_type: 'software' }],
    [{ doi: '10.5281/zenodo.1' }, {}],
    [
      { creators: [{ name: 'D, J', orcid: 'https://orcid.org/0000-0002-1825-0097/' }] },
      { creators: [{ name: 'D, J', orcid: '0000-0002-1825-0097' }] },
    ],
    [
      { related_identifiers: [{ identifier: '10.1234/x', relation: 'cites', scheme: 'url' }] },
      { related_identifiers: [{ identifier: '10.1234/x', relation: 'cites' }] },
    ],
  ])('when it says %j, it becomes %j', async (before, after) => {
    expect((await fix(before)).metadata).toEqual(after);
  });

  it('when a fix is made, the diff shows it and the rest of the file stays as it was', async () => {
    const { text, diff, fixes } = await fix({ title: 'A', version: 'v1', notes: 'kept' });
    expect(fixes).toMatchObject([{ path: ['version'], reason: 'The release is v2.' }]);
    expect(diff).toContain('-        "version": "v1"');
    expect(diff).toContain('+        "version": "v2"');
    expect(text).toContain('        "notes": "kept"');
  });

  it('when nothing is to fix, or it is no JSON, nothing happens', async () => {
    expect(await fix({ title: 'A' })).toMatchObject({ fixes: [], diff: '' });
    expect(await fixDepositFile('{', 'x', { version: '1' })).toBeNull();
    expect((await fixDepositFile('[]', 'x', { version: '1' }))?.fixes).toEqual([]);
  });

  it.each([
    ['Apache 2.0', 'apache-2.0'],
    ['Apache License, Version 2.0', 'apache-2.0'],
    ['BSD 3-Clause', 'bsd-3-clause'],
    ['The MIT License', 'mit'],
    ['CC BY 4.0', 'cc-by-4.0'],
    ['GPLv3', null],
    ['proprietary', null],
    ['MIT OR Apache-2.0', null],
  ])('when the licence is written %s, it is taken for %s', (written, id) => {
    expect(guessLicense(written)).toBe(id);
  });
});
