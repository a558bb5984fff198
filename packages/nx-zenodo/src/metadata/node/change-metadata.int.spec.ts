import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SYNCED_FILES } from '@nx-zenodo/metadata';
import * as v from 'valibot';
import { executorOptions } from '../../executors/options.js';
import { parseReleaseConfig } from '../../release-config/parse.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import type { FileChange } from '../file-change.js';
import { applyChanges } from './apply-changes.js';
import { planFix } from './plan-fix.js';
import { planSync } from './plan-sync.js';

const stated = {
  upload_type: 'software',
  title: 'A tool',
  version: 'v1',
  description: 'What it does',
  publication_date: '2025-10-05',
  license: 'MIT',
  creators: [{ name: 'Doe, Jane', orcid: '0000-0002-1825-0097' }],
};
const citation = `# of the authors
cff-version: 1.2.0
message: Cite it # please
title: Another title
version: v1
authors:
  - family-names: Doe
    given-names: Jane
`;

let config: ReleaseConfig;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'change-metadata-'));
  const written = {
    name: 'A tool',
    version: 'v1',
    artifacts: ['a.txt'],
    validation: { checks: [{ kind: 'all-passed', name: 'All' }] },
  };
  const parsed = parseReleaseConfig(JSON.stringify(written), root, 'zenodo.release.json');
  if (parsed.config === null) throw new Error(JSON.stringify(parsed.findings));
  config = parsed.config;
});
afterEach(() => rm(config.root, { recursive: true }));

const write = (path: string, text: string) => writeFile(join(config.root, path), text);
const read = (path: string) => readFile(join(config.root, path), 'utf8');
const writeMain = (changes: object = {}) =>
  write('zenodo.metadata.json', JSON.stringify({ metadata: { ...stated, ...changes } }, null, 2));
async function apply(changes: readonly FileChange[], isWritten: boolean): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  await applyChanges(changes, { root: config.root, write: isWritten, say });
  return lines.join('\n');
}

describe('setting metadata right', () => {
  it('when a machine can do it, it is shown with the reason and only written on request', async () => {
    await writeMain({ license: 'MIT License', version: 'v0' });
    const before = await read('zenodo.metadata.json');
    const shown = await apply(await planFix(config), false);
    expect(shown).toContain('-    "license": "MIT License"');
    expect(shown).toContain('+    "license": "mit"');
    expect(shown).toContain('The release is v1.');
    expect(shown).toContain('Nothing was written');
    expect(await read('zenodo.metadata.json')).toBe(before);
    expect(await apply(await planFix(config), true)).toContain('✓ Written: zenodo.metadata.json');
    expect(JSON.parse(await read('zenodo.metadata.json'))).toMatchObject({
      metadata: { license: 'mit', version: 'v1', title: 'A tool' },
    });
    expect(await apply(await planFix(config), true)).toBe('✓ Nothing to change');
  });

  it('when there is only .zenodo.json, that is set right', async () => {
    await write('.zenodo.json', JSON.stringify({ ...stated, keywords: 'a, b' }));
    const [change] = await planFix(config);
    expect(JSON.parse(change?.after ?? '')).toEqual({ ...stated, keywords: ['a', 'b'] });
  });

  it('when CITATION.cff stands, it is set right and its comments stay', async () => {
    await writeMain();
    await write('CITATION.cff', `${citation}license: [MIT License] # of all\nkeywords: a, b\n`);
    const shown = await apply(await planFix(config), true);
    expect(shown).toContain('-license: [MIT License] # of all');
    expect(shown).toContain('Zenodo takes one licence, no list.');
    const fixed = await read('CITATION.cff');
    expect(fixed).toContain('# of the authors\n');
    expect(fixed).toContain('license: MIT # of all\nkeywords:\n  - a\n  - b\n');
    expect(await planFix(config)).toEqual([]);
  });

  it('when a file is no JSON or there is none, that is told and nothing is written', async () => {
    await expect(planFix(config)).rejects.toThrow('NZ3001');
    await write('zenodo.metadata.json', '{"metadata": {"title" "x"}}');
    await expect(planFix(config)).rejects.toThrow('NZ3002');
    await writeMain();
    await write('.zenodo.json', '{');
    await expect(planFix(config)).rejects.toThrow('NZ3002');
  });
});

describe('bringing the other files in line', () => {
  it('when one contradicts, it is set right, comments stay, and the second time nothing changes', async () => {
    await writeMain();
    await write('CITATION.cff', citation);
    const shown = await apply(await planSync(config, ['CITATION.cff']), false);
    expect(shown).toContain('-title: Another title');
    expect(shown).toContain('+title: A tool');
    expect(await read('CITATION.cff')).toBe(citation);
    await apply(await planSync(config, ['CITATION.cff']), true);
    const synced = await read('CITATION.cff');
    expect(synced).toContain('# of the authors');
    expect(synced).toContain('message: Cite it # please');
    expect(synced.indexOf('title: A tool')).toBeGreaterThan(synced.indexOf('cff-version'));
    expect(await planSync(config, ['CITATION.cff'])).toEqual([]);
  });

  it('when an author goes, the comment in the entry that goes with it is named', async () => {
    await writeMain();
    const gone = '  - family-names: Poe # gone\n';
    await write('CITATION.cff', `\ufeff${citation.replace('Another title', 'A tool')}${gone}`);
    const shown = await apply(await planSync(config, ['CITATION.cff']), true);
    expect(shown).toContain('The comment "# gone" goes with what it stood in.');
    const synced = await read('CITATION.cff');
    expect(synced.startsWith('\ufeff# of the authors\n')).toBe(true);
    expect(synced).toContain(
      '    given-names: Jane\n    orcid: https://orcid.org/0000-0002-1825-0097\n',
    );
  });

  it('when no file is named, all that can be brought in line are', () => {
    expect(v.parse(executorOptions['metadata-sync'], {}).files).toEqual(SYNCED_FILES);
  });

  it('when they do not exist, they are made, and the second time nothing changes', async () => {
    await writeMain();
    const changes = await planSync(config, SYNCED_FILES);
    expect(changes.map(({ path }) => path)).toEqual([...SYNCED_FILES]);
    expect(await apply(changes, true)).toContain('--- /dev/null');
    expect(await planSync(config, SYNCED_FILES)).toEqual([]);
  });

  it('when the metadata cannot be resolved, or a file leads out of the root, nothing changes', async () => {
    await expect(planSync(config, SYNCED_FILES)).rejects.toThrow('NZ3001');
    await writeMain({ upload_type: 'nonsense' });
    await expect(planSync(config, SYNCED_FILES)).rejects.toThrow(/NZ3\d{3}/);
    await writeMain();
    await symlink(tmpdir(), join(config.root, 'codemeta.json'));
    await expect(planSync(config, ['codemeta.json'])).rejects.toThrow('NZ3007');
  });
});

describe('a change that is shown', () => {
  it('when a file holds terminal escapes, they are shown and not obeyed', async () => {
    await writeMain({ title: 'A\u009btool', license: 'MIT License' });
    const shown = await apply(await planFix(config), false);
    expect(shown).not.toContain('\u009b');
  });
});
