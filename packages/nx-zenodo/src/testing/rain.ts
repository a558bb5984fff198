import type { ReleasePlay } from './release-play.js';

/** CITATION.cff of the archive that is tried. */
export const rainCitation =
  'cff-version: 1.2.0\nmessage: Cite it.\ntitle: Rain gauges\nabstract: Daily sums.\nlicense: MIT\n' +
  'authors: [{family-names: Lovelace, given-names: Ada}]\n';

/** Writes zenodo.archive.json with tags such as v1.0.0, and what else a test needs of it. */
export function configureRain(play: ReleasePlay, config: object = {}): void {
  const written = { name: 'rain', tags: 'v{version}', ...config };
  play.write('zenodo.archive.json', JSON.stringify(written));
}

/** Commits everything, and data of its own, and tags it. */
export function tagRain(play: ReleasePlay, tag: string): void {
  play.write('rain.csv', `${tag}\n`);
  play.git('add', '.');
  play.git('commit', '--quiet', '-m', tag);
  play.git('tag', tag);
}
