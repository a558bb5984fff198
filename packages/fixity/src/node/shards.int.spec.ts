import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Shard } from '../shard/shard-range.js';
import { formatShardReport } from '../shard/shard-report.js';
import type { ShardReport } from '../shard/shard-report.js';
import { line, releaseFolder } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { checkShard } from './check-shard.js';
import { mergeShards } from './merge-shards.js';
import { verifyRelease } from './verify-release.js';

const names = Array.from({ length: 10 }, (_, at) => `data/f${at}.txt`);
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex');
const list = `${names.map((name) => line(name, name)).join('')}${sha512('w')}  wide.txt\n`;
const reportPath = ({ index }: Shard) => `out/${index}.json`;
const shards = 3;

let folder: ReleaseFolder;
beforeEach(async () => {
  const files = Object.fromEntries(names.map((name) => [name, name]));
  folder = await releaseFolder({ ...files, 'wide.txt': 'w', 'S.sha256': list });
});
afterEach(() => folder.dispose());

const request = () => ({ root: folder.root, signature: 'S.sha256' });
const merge = (artifacts: string[] = []) =>
  mergeShards({ ...request(), artifacts, shards, reportPath });
const merged = async (artifacts?: string[]) => {
  const { findings, release } = await merge(artifacts);
  expect(release).toBeNull();
  return findings.map(({ code, message }) => `${code} ${message}`);
};

async function verifyShards(of = shards): Promise<void> {
  for (let index = 1; index <= of; index += 1) {
    const { findings, report } = await checkShard(request(), { index, of });
    expect(findings).toEqual([]);
    if (report !== null) await folder.write(reportPath({ index, of }), formatShardReport(report));
  }
}

async function forge(index: number, change: (report: ShardReport) => object): Promise<void> {
  const text = await readFile(join(folder.root, `out/${index}.json`), 'utf8');
  const changed = change(JSON.parse(text) as ShardReport);
  await folder.write(`out/${index}.json`, JSON.stringify(changed));
}

describe('a signature that is verified in shards', () => {
  it('when all shards agree, together they tell what one verification tells', async () => {
    await verifyShards();
    const { findings, release } = await merge(names);
    expect(findings).toEqual([]);
    expect(release).toEqual(await verifyRelease({ ...request(), artifacts: names }));
  });

  it('when the signature is in no order, they still tell it in that of one verification', async () => {
    const lines = list.trimEnd().split('\n').reverse();
    await folder.write('S.sha256', `${lines.join('\n')}\n`);
    await verifyShards();
    expect((await merge()).release).toEqual(await verifyRelease({ ...request(), artifacts: [] }));
  });

  it('when the signature is gone, its absence is told and nothing is proved', async () => {
    await verifyShards();
    const { findings, release } = await mergeShards({
      root: folder.root,
      signature: 'gone.sha256',
      artifacts: [],
      shards,
      reportPath,
    });
    expect([findings.map(({ code }) => code), release]).toEqual([['NZ1001'], null]);
  });

  it('when there are more shards than files, the empty ones count too', async () => {
    await verifyShards(20);
    const outcome = await mergeShards({ ...request(), artifacts: [], shards: 20, reportPath });
    expect(outcome.release?.files).toHaveLength(11);
  });

  it('when a file changed, its shard alone fails, and reads no file of another', async () => {
    await folder.write('data/f0.txt', 'changed');
    const [first, last] = [1, 3].map((index) => checkShard(request(), { index, of: 3 }));
    expect((await first)?.findings.map(({ code }) => code)).toEqual(['NZ1006']);
    expect((await last)?.findings).toEqual([]);
  });

  it('when a line of the list is wrong, every shard fails', async () => {
    await folder.write('S.sha256', `${list}no digest\n`);
    for (const index of [1, 2, 3]) {
      const { findings, report } = await checkShard(request(), { index, of: 3 });
      expect([findings.map(({ code }) => code), report]).toEqual([['NZ1004'], null]);
    }
  });

  it.each([0, 4, 1.5])('when shard %d of 3 is asked for, it refuses', async (index) => {
    const { findings } = await checkShard(request(), { index, of: 3 });
    expect(findings).toMatchObject([{ code: 'NZ1050' }]);
  });
});

describe('the merge', () => {
  beforeEach(() => verifyShards());

  it('when a report is missing, unreadable or behind a link, it names the shard', async () => {
    await folder.write('out/2.json', '{"schemaVersion":1}');
    const other = (shard: Shard) => (shard.index === 1 ? 'gone.json' : reportPath(shard));
    const outcome = await mergeShards({
      ...request(),
      artifacts: [],
      shards,
      reportPath: other,
    });
    expect(outcome.findings.map(({ message }) => message)).toEqual([
      'Shard 1 of 3 has no report that can be read: "gone.json" does not exist.',
      'Shard 2 of 3 has no report that can be read: it is not one.',
    ]);
  });

  it('when the signature was made anew, every report is of another one', async () => {
    await folder.write('S.sha256', `# again\n${list}`);
    expect(await merged()).toEqual(
      [1, 2, 3].map((index) => `NZ1052 The report of shard ${index} of 3 is of another signature.`),
    );
  });

  it('when one report stands in for another, files are doubled and missing: it refuses', async () => {
    await folder.write('out/3.json', await readFile(join(folder.root, 'out/1.json')));
    expect(await merged()).toEqual(['NZ1052 The report of shard 3 of 3 is of shard 1.']);
    await forge(3, (report) => ({ ...report, shard: { index: 3, of: 3 } }));
    expect(await merged()).toEqual([
      'NZ1053 Shard 3 of 3 reports "data/f0.txt" where the signature has "data/f7.txt".',
    ]);
  });

  it('when the division is another one, it refuses', async () => {
    await verifyShards(2);
    expect(await merged()).toEqual([
      'NZ1052 The report of shard 1 of 3 is of a division into 2.',
      'NZ1052 The report of shard 2 of 3 is of a division into 2.',
    ]);
  });

  it('when a report leaves a file out or names one more, it refuses', async () => {
    await forge(1, (report) => ({ ...report, files: report.files.slice(0, -1) }));
    await forge(3, (report) => ({ ...report, files: [...report.files, report.files[0]] }));
    expect(await merged()).toEqual([
      'NZ1053 Shard 1 of 3 reports nothing where the signature has "data/f2.txt".',
      'NZ1053 Shard 3 of 3 reports "data/f7.txt" where the signature ends.',
    ]);
  });

  it('when a report has another digest than was signed, it refuses', async () => {
    const digit = (file: object, key: string, length: number) => ({
      ...file,
      [key]: 'a'.repeat(length),
    });
    await forge(2, ({ files, ...report }) => ({
      ...report,
      files: files.map((file) => digit(file, 'sha256', 64)),
    }));
    await forge(3, ({ files, ...report }) => ({
      ...report,
      files: files.map((file) => (file.sha512 === undefined ? file : digit(file, 'sha512', 128))),
    }));
    expect(await merged()).toEqual([
      'NZ1054 Shard 2 of 3 reports another sha256 of "data/f3.txt" than was signed.',
      'NZ1054 Shard 2 of 3 reports another sha256 of "data/f4.txt" than was signed.',
      'NZ1054 Shard 2 of 3 reports another sha256 of "data/f5.txt" than was signed.',
      'NZ1054 Shard 2 of 3 reports another sha256 of "data/f6.txt" than was signed.',
      'NZ1054 Shard 3 of 3 reports another sha512 of "wide.txt" than was signed.',
    ]);
  });

  it('when an artifact is not covered, it says so', async () => {
    expect(await merged(['README.md'])).toEqual([
      'NZ1010 The artifact "README.md" is not covered by the signature "S.sha256".',
    ]);
  });
});
