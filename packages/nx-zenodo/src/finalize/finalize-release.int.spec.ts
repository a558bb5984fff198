import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import deploy from '../executors/zenodo-deploy/executor.js';
import finalize from '../executors/zenodo-finalize/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, nextSurvey, succeed, survey } from '../testing/survey.js';

const receiptOf = (version: string) => `docs/releases/${version}-ZENODO.json`;
let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
});
afterEach(() => play.close());

async function published(version: string): Promise<{ doi: string; conceptDoi: string }> {
  await bundleSurvey(play, version);
  await succeed(play, deploy);
  return JSON.parse(play.read(receiptOf(version)));
}

describe('zenodo-finalize', () => {
  it('when it is a dry run, it shows every change and writes none', async () => {
    const { conceptDoi } = await published('v1.0');
    const shown = await succeed(play, finalize, { dryRun: true });
    expect(shown).toContain('+++ b/README.md');
    expect(shown).toContain(`/badge/DOI/${conceptDoi}.svg`);
    expect(play.read('README.md')).toBe(survey['README.md']);
    expect(play.git('status', '--porcelain').trim()).toBe('?? releases/survey/docs/');
  });

  it('when it has written, nothing of the placeholder is left, and again there is nothing to write', async () => {
    const { doi, conceptDoi } = await published('v1.0');
    await succeed(play, finalize);
    expect(play.read('NOTES.md')).toContain(`DOI: ${doi}\n`);
    expect(play.read('NOTES.md')).not.toContain('XXXX');
    expect(play.read('NOTES.md')).toContain('| `data.csv` |');
    expect(play.read('README.md')).toContain(`/badge/DOI/${conceptDoi}.svg`);
    expect(play.read('CITATION.cff')).toMatch(/^# kept\n/);
    expect(play.read('CITATION.cff')).toContain(`doi: "${conceptDoi}"\n`);
    expect(play.read('CITATION.md')).toContain(doi);
    expect(await succeed(play, finalize)).toContain('Nothing to write');
  });

  it('when it commits, the commit holds these files and the receipt, and nothing else', async () => {
    const { doi } = await published('v1.0');
    play.write('data.csv', 'somebody works here\n');
    await succeed(play, finalize, { commit: true });
    const [subject, ...names] = play
      .git('show', '--format=%s', '--name-only', 'HEAD')
      .split('\n')
      .filter(Boolean);
    expect(subject).toBe('docs(release): add Zenodo DOI metadata for v1.0');
    expect(names.map((name) => name.replace('releases/survey/', ''))).toEqual([
      'CITATION.cff',
      'CITATION.md',
      'NOTES.md',
      'README.md',
      receiptOf('v1.0'),
    ]);
    expect(play.git('show', '--format=%b', '--no-patch', 'HEAD')).toContain(`DOI: ${doi}`);
    expect(play.git('tag').trim()).toBe('v1.0');
  });

  it('when the commit would be refused, nothing is written, and the next one tells all that was', async () => {
    await published('v1.0');
    play.write('other.md', 'staged by somebody');
    play.git('add', 'releases/survey/other.md');
    for (const [code, tag] of [
      ['NZ8013', 'new'],
      ['NZ8014', 'v1.0'],
    ]) {
      const { success, output } = await play.run(finalize, { commit: true, tag });
      expect({ success, output }).toMatchObject({
        success: false,
        output: expect.stringContaining(code ?? ''),
      });
      expect(play.read('README.md')).toBe(survey['README.md']);
      if (code === 'NZ8013') play.git('rm', '--cached', '--quiet', 'releases/survey/other.md');
    }
    await succeed(play, finalize, { commit: true });
    const body = play.git('show', '--format=%b', '--no-patch', 'HEAD');
    expect(body).toContain('- Show the concept DOI badge in README.md');
  });

  it('when the notes tell how to verify the tree, the commands work in a clone as they are written', async () => {
    await published('v1.0');
    await succeed(play, finalize, { commit: true });
    const commands = /```sh\n(git switch [^]*?)```/.exec(play.read('NOTES.md'))?.[1] ?? '';
    expect(commands).toContain('cd releases/survey');
    const clone = join(play.top, 'dist/clone');
    play.git('clone', '--quiet', play.top, clone);
    const said = execFileSync('sh', ['-e', '-c', commands], {
      cwd: clone,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(said).toBe('NOTES.md: OK\ndata.csv: OK\n');
  });

  it('when the manifest is another, it refuses rather than describe other files', async () => {
    await published('v1.0');
    const manifest = 'dist/release/RELEASE_MANIFEST.json';
    play.write(manifest, play.read(manifest).replace('text/csv', 'text/plain'));
    expect(await play.run(finalize)).toMatchObject({
      success: false,
      output: expect.stringContaining('NZ9026'),
    });
  });
});

describe('the documents that finalize knows', () => {
  function choose(finalize: Readonly<Record<string, unknown>>): void {
    const config = JSON.parse(play.read('zenodo.release.json'));
    play.write('zenodo.release.json', JSON.stringify({ ...config, finalize }));
  }

  it.each([
    ['README.rst', 'Survey\n======\n\nText.\n', /^\.\. image:: .*\/badge\/DOI\/.*\n +:target: /m],
    ['README.adoc', '= Survey\n\nText.\n', /^image:.*\/badge\/DOI\/.*\[DOI,link=/m],
    ['README.html', '<h1>Survey</h1>\n<p>Text.</p>\n', /<a href=".*"><img src=".*\/badge\/DOI\//],
  ])(
    'when the README is %s, it shows one badge, however often it is run',
    async (readme, text, badge) => {
      choose({ readme });
      play.write(readme, text);
      await published('v1.0');
      await succeed(play, finalize);
      await succeed(play, finalize);
      expect(play.read(readme)).toMatch(badge);
      expect(play.read(readme).split('/badge/DOI/')).toHaveLength(2);
      expect(play.read(readme)).toContain('Text.');
    },
  );

  it('when a placeholder of its own stands in a listed file, none is left; codemeta.json is filled', async () => {
    choose({ codemeta: 'codemeta.json', files: ['index.md'], placeholders: ['10.9999/LATER'] });
    play.write('index.md', 'https://doi.org/10.9999/LATER and 10.5281/zenodo.XXXXXXX\n');
    play.write('codemeta.json', '{\n  "@type": "Dataset",\n  "name": "A survey"\n}\n');
    const { doi, conceptDoi } = await published('v1.0');
    await succeed(play, finalize);
    expect(play.read('index.md')).toBe(`https://doi.org/${doi} and ${doi}\n`);
    expect(play.read('codemeta.json')).toContain(conceptDoi);
    expect(play.read('codemeta.json')).toMatch(/^\{\n  "@type": "Dataset",\n/);
    expect(await succeed(play, finalize)).toContain('Nothing to write');
  });

  it('when a tag and a push are asked for, both arrive; otherwise neither is made', async () => {
    await published('v1.0');
    const mirror = join(play.top, 'dist/mirror.git');
    play.git('init', '--quiet', '--bare', '--initial-branch=main', mirror);
    play.git('remote', 'add', 'mirror', mirror);
    const said = await succeed(play, finalize, { tag: 'docs-v1.0', push: 'mirror' });
    expect(said).toContain('Nothing was tagged or pushed');
    expect(play.git('tag').trim()).toBe('v1.0');
    await succeed(play, finalize, { commit: true, tag: 'docs-v1.0', push: 'mirror' });
    expect(play.git('--git-dir', mirror, 'rev-parse', 'docs-v1.0^{commit}', 'main')).toBe(
      play.git('rev-parse', 'HEAD', 'HEAD'),
    );
  });
});

describe('badges of earlier versions', () => {
  const foreign =
    '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.77.svg)](https://doi.org/10.5281/zenodo.77)';

  it.each([
    ['the receipt of that version lies in the checkout', false],
    ['only Zenodo knows of that version', true],
  ])('when %s, its badge is renewed and that of another record stays', async (_, isLost) => {
    const first = await published('v1.0');
    const site = JSON.parse(play.read(receiptOf('v1.0'))).environment.origin;
    play.write('README.md', `# Survey\n\n![DOI](${site}/badge/DOI/${first.doi}.svg)\n${foreign}\n`);
    nextSurvey(play, 'v1.1');
    const second = await published('v1.1');
    if (isLost) rmSync(join(play.root, receiptOf('v1.0')));
    const said = await succeed(play, finalize);
    expect(second.conceptDoi).toBe(first.conceptDoi);
    expect(said).not.toContain('NZ8016');
    expect(play.read('README.md')).toBe(
      `# Survey\n\n![DOI](${site}/badge/DOI/${first.conceptDoi}.svg)\n${foreign}\n`,
    );
  });
});
