import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { scratchRepository } from '../testing/scratch-folder.js';
import { formatDiff } from './unified-diff.js';

it.each([
  ['a changed line', 'a\nb\nc\n', 'a\nB\nc\n'],
  ['a missing last line break', 'a\nb', 'a\nb\nc'],
  ['Windows line ends', 'a\r\nb\r\n', 'a\r\nc\r\n'],
  ['a new document', null, 'a\n'],
])('when git applies the diff of %s, the document is as planned', async (_, before, after) => {
  const path = 'docs/a b.md';
  const folder = await scratchRepository({
    'other.md': '',
    ...(before === null ? {} : { [path]: before }),
  });
  await folder.write('change.diff', formatDiff({ path, before, after }));
  folder.git('-c', 'core.autocrlf=false', 'apply', 'change.diff');
  expect(await readFile(join(folder.root, path), 'utf8')).toBe(after);
  await folder.dispose();
});
