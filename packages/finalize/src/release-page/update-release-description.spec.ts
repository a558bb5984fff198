import { describe, expect, it } from '@jest/globals';
import { sampleManifest, samplePublished } from '../testing/sample-release.js';
import { updateReleaseDescription } from './update-release-description.js';

const release = {
  published: samplePublished(),
  manifest: sampleManifest(),
  citation: { text: 'Doe (2026).' },
};

describe('the description of a release on a forge', () => {
  it('when it is updated, it keeps its words and gains badge, citation and verification', () => {
    const { text } = updateReleaseDescription('What is new.', release);
    expect(text).toMatch(/^What is new\.\n\n<!-- nx-zenodo:release -->\n/);
    expect(text).toContain(
      '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.1002.svg)](https://doi.org/10.5281/zenodo.1002)',
    );
    expect(text).toContain('All versions: https://doi.org/10.5281/zenodo.1000');
    expect(text).toContain('### How to cite\n\nDoe (2026).');
    expect(text).toContain('sha256sum -c sums.sha256');
  });

  it('when it is updated again, nothing changes, also with the line ends of a web form', () => {
    const once = updateReleaseDescription('a\r\nb\r\n', release).text;
    expect(once).not.toMatch(/[^\r]\n/);
    expect(updateReleaseDescription(once, release)).toEqual({ text: once, findings: [] });
  });

  it('when it was empty, it holds the block alone', () => {
    expect(updateReleaseDescription('', release).text).toMatch(/^<!-- nx-zenodo:release -->/);
  });
});
