import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveForge } from './workspace/forge.js';
import type { ServedForge } from './workspace/forge.js';
import { serveOtherZenodo } from './workspace/local-zenodo.js';
import type { ServedZenodo } from './workspace/local-zenodo.js';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { ReleaseWorkspace } from './workspace/release-workspace.js';

// Production is named by zenodo.org alone, and no variable leads it elsewhere. Its part is played by the
// environment `sandbox`, which may be moved, on a second Zenodo with a store of its own: a token from the
// environment, a version that is confirmed, a rehearsal that happened somewhere else.
let workspace: ReleaseWorkspace;
let folder: string;
let zenodo: ServedZenodo;
let forge: ServedForge;
let remote: Readonly<Record<string, string>>;

const first = 'v0.02-final';
const second = 'v0.03';
const notes = (version: string) => `docs/releases/${version}-RELEASE_NOTES.md`;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const receiptOf = (version: string) => JSON.parse(read(`docs/releases/${version}-ZENODO.json`));

function run(target: string, ...flags: readonly string[]): string {
  const environment = /:sandbox$|audit|finalize/.test(target) ? remote : {};
  const { code, output } = workspace.nx(['run', `lukhas:${target}`, ...flags], environment);
  if (code !== 0) throw new Error(`${target}: exit ${code}\n${output}`);
  return output;
}

interface Line {
  readonly id: string;
  readonly state: string;
  readonly detail: string;
}
function status(...flags: readonly string[]): readonly Line[] {
  const output = run('zenodo-status:sandbox', '--json', ...flags);
  return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)).items;
}
const line = (lines: readonly Line[], id: string) => lines.find((one) => one.id === id);
const openLines = (lines: readonly Line[]) =>
  lines.filter(({ state }) => state !== 'yes').map(({ id, detail }) => `${id}: ${detail}`);

function freeze(version: string): void {
  run('freeze');
  workspace.git('add', '.');
  workspace.git('commit', '--quiet', '-m', `Freeze ${version}`);
  workspace.git('tag', '-a', version, '-m', version);
}

beforeAll(async () => {
  workspace = await createReleaseWorkspace();
  folder = workspace.addRelease('lukhas');
  zenodo = await serveOtherZenodo(workspace);
  forge = await serveForge([first, second]);
  remote = {
    ZENODO_API: zenodo.apiUrl,
    ZENODO_SANDBOX_TOKEN: zenodo.token,
    GITHUB_TOKEN: forge.token,
  };
  const config = JSON.parse(read('zenodo.release.json'));
  config.finalize = {
    readme: 'README.md',
    citationFile: 'CITATION.cff',
    citationSection: 'CITATION.md',
    forge: { kind: 'github' },
  };
  write('zenodo.release.json', JSON.stringify(config, null, 2));
  const metadata = JSON.parse(read('zenodo.metadata.json'));
  // Addresses that answer on a machine without a network.
  metadata.metadata.subjects = [];
  metadata.metadata.related_identifiers = [
    { identifier: `${new URL(zenodo.apiUrl).origin}/`, relation: 'isDocumentedBy' },
  ];
  write('zenodo.metadata.json', JSON.stringify(metadata, null, 2));
  workspace.git('remote', 'add', 'origin', forge.remote);
  workspace.git('init', '--quiet', '--bare', '--initial-branch=main', 'dist/mirror.git');
  workspace.git('remote', 'add', 'mirror', 'dist/mirror.git');
});
afterAll(async () => {
  await zenodo.close();
  await forge.close();
});

describe('the guide, from its first line to its last', () => {
  it('when the first release is made, its DOI is known before the freeze and every line is done after it', () => {
    run('metadata-sync', '--write', '--files=CITATION.cff');
    const reserved = /Reserved: (10\.5072\/zenodo\.\d+)/.exec(run('zenodo-reserve:sandbox'))?.[1];
    expect(read(notes(first))).toContain(`https://doi.org/${reserved}`);
    expect(read(notes(first))).not.toContain('XXXX');
    freeze(first);

    run('freeze-verify');
    expect(run('validate')).toContain('8/8');
    expect(line(status(), 'rehearsed')).toMatchObject({ state: 'no' });
    expect(run('zenodo-deploy')).toContain('Zenodo deposition published');
    expect(openLines(status())).toEqual([
      'tags: nothing is published yet',
      'records: nothing is published yet',
      'shown-dois: nothing is published yet',
    ]);

    const unconfirmed = workspace.nx(['run', 'lukhas:zenodo-deploy:sandbox'], remote);
    expect(unconfirmed.code).not.toBe(0);
    expect(unconfirmed.output).toContain('NZ9015');
    const published = run('zenodo-deploy:sandbox', `--confirm=${first}`);
    expect(published).toContain(`DOI: ${reserved}`);

    expect(run('zenodo-finalize', '--dryRun', '--forge')).toContain('+++ b/README.md');
    expect(workspace.git('status', '--porcelain', 'releases/lukhas/README.md')).toBe('');
    run('zenodo-finalize', '--commit', `--tag=docs-${first}`, '--push=mirror', '--forge');
    const subject = workspace.git('--git-dir', 'dist/mirror.git', 'log', '-1', '--format=%s');
    expect(subject.trim()).toBe(`docs(release): add Zenodo DOI metadata for ${first}`);
    expect(run('zenodo-audit')).toContain('serves all 6 files as they were published');
    expect(openLines(status('--strict'))).toEqual([]);
  });

  it('when somebody follows the release notes, the downloads and the tree are what was signed', () => {
    const blocks = [...read(notes(first)).matchAll(/^```sh\n(.*?)\n```$/gms)].map(
      ([, code]) => code,
    );
    const [downloads = '', tree = ''] = blocks.filter((code) => code?.includes('sha256sum -c'));
    const empty = mkdtempSync(join(tmpdir(), 'guide-reader-'));
    const sh = (script: string, cwd: string) =>
      execFileSync('sh', ['-e', '-c', script], { cwd, encoding: 'utf8', stdio: 'pipe' });
    expect(sh(downloads, empty).match(/: OK$/gm)).toHaveLength(6);
    sh(`git clone --quiet ${join(workspace.root, 'dist/mirror.git')} clone`, empty);
    sh(`git -C ${workspace.root} push --quiet mirror ${first}`, empty);
    sh('git fetch --quiet --tags', join(empty, 'clone'));
    expect(sh(tree, join(empty, 'clone'))).not.toContain('FAILED');
    rmSync(empty, { recursive: true });
  });

  it('when the second release is made, it is a version of the same record and both stand', () => {
    workspace.nx(['g', 'nx-zenodo:release', 'lukhas', `--releaseVersion=${second}`]);
    write(notes(second), `# ${second}\n\nDOI: 10.5281/zenodo.XXXXXXX\n`);
    const config = read('zenodo.release.json').replaceAll(notes(first), notes(second));
    write('zenodo.release.json', config);
    run('metadata-sync', '--write', '--files=CITATION.cff');
    freeze(second);
    run('zenodo-deploy');
    run('zenodo-deploy:sandbox', `--confirm=${second}`);
    run('zenodo-finalize', '--commit', '--forge');

    const [one, two] = [receiptOf(first), receiptOf(second)];
    expect(two.conceptDoi).toBe(one.conceptDoi);
    expect(two.doi).not.toBe(one.doi);
    expect(read('README.md').split('/badge/DOI/')).toHaveLength(2);
    expect(read(notes(second))).toContain(two.doi);
    run('zenodo-audit');
    run('zenodo-audit', `--receipt=docs/releases/${first}-ZENODO.json`);
    const lines = status('--strict');
    expect(openLines(lines)).toEqual([]);
    expect(line(lines, 'tags')?.detail).toBe('2 of 2 tags');
    expect(line(lines, 'records')?.detail).toBe('2 records');
    expect(workspace.git('status', '--porcelain')).toBe('');
  });
});
