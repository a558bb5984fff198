import bundle from '../executors/bundle/executor.js';
import freeze from '../executors/freeze/executor.js';
import freezeVerify from '../executors/freeze-verify/executor.js';
import manifest from '../executors/manifest/executor.js';
import metadata from '../executors/metadata/executor.js';
import validate from '../executors/validate/executor.js';
import type { ReleasePlay } from './release-play.js';

/** A small release: data and notes that are frozen, a README and citation files that are not. */
export const survey = {
  'zenodo.release.json': json({
    name: 'survey',
    version: 'v1.0',
    artifacts: ['data.csv', 'NOTES.md'],
    releaseNotes: 'NOTES.md',
    validation: { checks: [{ kind: 'exists', name: 'the data is there', paths: ['data.csv'] }] },
    finalize: { readme: 'README.md', citationFile: 'CITATION.cff', citationSection: 'CITATION.md' },
  }),
  'zenodo.metadata.json': json({
    metadata: {
      upload_type: 'dataset',
      title: 'A survey',
      version: 'v1.0',
      publication_date: '2026-03-04',
      description: '<p>What was counted.</p>',
      license: 'cc-by-4.0',
      creators: [{ name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097' }],
    },
  }),
  'data.csv': 'bird,count\nrobin,3\n',
  'NOTES.md': '# v1.0\n\nDOI: 10.5281/zenodo.XXXXXXX\n',
  'README.md': '# Survey\n\nWhat was counted.\n',
  'CITATION.cff':
    '# kept\ncff-version: 1.2.0\nmessage: Cite it\ntitle: A survey\nversion: v1.0\nauthors:\n  - family-names: Lovelace\n    given-names: Ada\n',
};

/** Freezes the release, commits and tags it, and runs the chain up to the bundle. */
export async function bundleSurvey(play: ReleasePlay, tag: string): Promise<void> {
  await succeed(play, freeze, { overwrite: true });
  play.git('add', '.');
  play.git('commit', '--quiet', '-m', `Freeze ${tag}`);
  play.git('tag', tag);
  for (const target of [freezeVerify, validate, manifest, metadata, bundle]) {
    await succeed(play, target);
  }
}

/** Runs a target that must succeed and gives what it said. */
export async function succeed(
  play: ReleasePlay,
  ...[executor, options]: Parameters<ReleasePlay['run']>
): Promise<string> {
  const { success, output } = await play.run(executor, options);
  if (!success) throw new Error(output);
  return output;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Goes on to the next version: labels, data and notes change. */
export function nextSurvey(play: ReleasePlay, version: string): void {
  for (const path of ['zenodo.release.json', 'zenodo.metadata.json']) {
    play.write(path, play.read(path).replaceAll('v1.0', version));
  }
  play.write(
    'CITATION.cff',
    play.read('CITATION.cff').replace(/^version: .*$/m, `version: ${version}`),
  );
  play.write('data.csv', `${play.read('data.csv')}wren,${version}\n`);
  play.write('NOTES.md', `# ${version}\n\nDOI: 10.5281/zenodo.XXXXXXX\n`);
}
