import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FindingCollector } from '../findings/finding-collector.js';
import { line, releaseFolder, sha256 } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { judgeFiles } from './judge-files.js';
import { ListedFiles } from './listed-files.js';
import { checkFixity } from './verify-release.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const sha512 = (text: string) => createHash('sha512').update(text).digest('hex');
const wide = (path: string, text: string) => `${sha512(text)}  ${path}\n`;
const check = async (list: string, files: Readonly<Record<string, string>>) => {
  folder = await releaseFolder({ ...files, 'S.sha256': list });
  const request = { root: folder.root, signature: 'S.sha256', artifacts: [] };
  return (await checkFixity(request)).findings;
};

describe('a file with several promises', () => {
  it.each([
    ['the second digest', line('a', 'a') + wide('a', 'x')],
    ['the first digest', wide('a', 'x') + line('a', 'a')],
    ['the shorter digest', line('a', 'x') + wide('a', 'a')],
  ])('when only %s is not that of its bytes, it has changed', async (_, list) => {
    expect(await check(line('z', 'z') + list, { a: 'a', z: 'z' })).toMatchObject([
      { code: 'NZ1006', place: { file: 'a' } },
    ]);
    await folder.dispose();
    expect(await check(line('a', 'a') + wide('a', 'a'), { a: 'a' })).toEqual([]);
  });

  it('when several have changed, each is told with its own digests and line', async () => {
    const list = line('a', '1') + line('b', 'b') + wide('c', '3') + line('d', '4');
    const findings = await check(list, { a: 'a', b: 'b', c: 'c', d: 'd' });
    expect(findings.map(({ place }) => place?.file)).toEqual(['a', 'c', 'd']);
    const told = [
      [sha256('1'), sha256('a'), 'line 1 '],
      [sha512('3'), sha512('c'), 'line 3 '],
      [sha256('4'), sha256('d'), 'line 4 '],
    ];
    for (const [at, facts] of told.entries()) {
      for (const fact of facts) expect(findings[at]?.message).toContain(fact);
    }
  });

  it('when a file that has one long digest is missing, the line that lists it is told', async () => {
    const findings = await check(line('a', 'a') + wide('gone', 'x'), { a: 'a' });
    expect(findings).toMatchObject([{ code: 'NZ1005', place: { file: 'gone' } }]);
    expect(findings[0]?.message).toContain('line 2 of');
  });

  it('when it has another size than hashdeep wrote down, both sizes are told', async () => {
    const head = '%%%% HASHDEEP-1.0\n%%%% size,sha256,filename\n';
    const findings = await check(`${head}7,${sha256('a')},a\n`, { a: 'a' });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/\b7\b.*\b1\b|\b1\b.*\b7\b/);
  });
});

describe('a folder that was exchanged while its files were hashed', () => {
  it('when every digest agrees all the same, the release is not proved', async () => {
    folder = await releaseFolder();
    const findings = new FindingCollector();
    const listed = new ListedFiles(folder.root, 'S.sha256', 1000, findings);
    listed.entry({ path: 'd/a', algorithm: 'sha256', digest: sha256('a'), line: 1 });
    const job = listed.job();
    job.status.fill(1);
    job.sha256.set(Buffer.from(sha256('a'), 'hex'));
    const hashed = { listed, list: 'S.sha256', job };
    judgeFiles({ ...hashed, report: { problems: [], movedFolders: [] } }, findings);
    expect(findings.all()).toEqual([]);
    judgeFiles({ ...hashed, report: { problems: [], movedFolders: ['d'] } }, findings);
    expect(findings.all()).toMatchObject([
      { code: 'NZ1015', severity: 'error', place: { file: 'd' } },
    ]);
  });
});
