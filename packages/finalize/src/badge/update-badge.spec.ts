import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samplePublished } from '../testing/sample-release.js';
import { formatBadge } from './markup.js';
import { badgeDois, updateBadge } from './update-badge.js';

const published = samplePublished();
const image = 'https://zenodo.org/badge/DOI/10.5281/zenodo.1000.svg';
const link = 'https://doi.org/10.5281/zenodo.1000';
const markdown = `[![DOI](${image})](${link})`;

const updated = (text: string, path = 'README.md') => {
  const once = updateBadge(text, path, published).text;
  expect(updateBadge(once, path, published)).toEqual({ text: once, findings: [] });
  return once;
};

describe('a badge that is there already', () => {
  it.each([
    [
      'of a placeholder',
      'README.md',
      '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.XXXXXXX.svg)](https://doi.org/10.5281/zenodo.XXXXXXX)',
      markdown,
    ],
    [
      'of the version',
      'README.md',
      '[![DOI](https://zenodo.org/badge/doi/10.5281/zenodo.1002.png)](https://zenodo.org/records/1002)',
      markdown,
    ],
    [
      'of a GitHub repository',
      'README.md',
      '[![DOI](https://zenodo.org/badge/123456.svg)](https://zenodo.org/badge/latestdoi/123456)',
      markdown,
    ],
    [
      'of a GitHub repository, as it was in 2014',
      'README.md',
      '[![DOI](https://zenodo.org/badge/7564/owner/repo.svg)](http://dx.doi.org/10.5281/zenodo.17)',
      markdown,
    ],
    [
      'without a link',
      'README.md',
      '![DOI](https://zenodo.org/badge/123456.svg)',
      `![DOI](${image})`,
    ],
    [
      'with a link to a page of the project',
      'README.md',
      '[![DOI](https://zenodo.org/badge/123456.svg)](CITATION.md)',
      `[![DOI](${image})](CITATION.md)`,
    ],
    [
      'in HTML',
      'README.md',
      '<a href="https://doi.org/10.5281/zenodo.XXXXXXX">\n <img alt="DOI" src=\'https://zenodo.org/badge/1.svg\' height="20"></a>',
      `<a href="${link}">\n <img alt="DOI" src='${image}' height="20"></a>`,
    ],
    [
      'drawn by shields.io',
      'README.md',
      '[![DOI](https://img.shields.io/badge/DOI-10.5281%2Fzenodo.XXXXXXX-blue?style=flat)](https://doi.org/10.5281/zenodo.XXXXXXX)',
      `[![DOI](https://img.shields.io/badge/DOI-10.5281%2Fzenodo.1000-blue?style=flat)](${link})`,
    ],
    [
      'by reference',
      'README.md',
      '[![DOI][b]][l]\n\n[b]: https://zenodo.org/badge/1.svg\n[l]: https://zenodo.org/badge/latestdoi/1',
      `[![DOI][b]][l]\n\n[b]: ${image}\n[l]: ${link}`,
    ],
    [
      'in reStructuredText',
      'README.rst',
      '.. image:: https://zenodo.org/badge/1.svg\n   :alt: DOI\n   :target: https://zenodo.org/badge/latestdoi/1',
      `.. image:: ${image}\n   :alt: DOI\n   :target: ${link}`,
    ],
    [
      'as a substitution',
      'README.rst',
      '|doi|\n\n.. |doi| image:: https://zenodo.org/badge/1.svg\n   :target: https://zenodo.org/badge/latestdoi/1',
      `|doi|\n\n.. |doi| image:: ${image}\n   :target: ${link}`,
    ],
    [
      'in AsciiDoc',
      'README.adoc',
      'image:https://zenodo.org/badge/1.svg["DOI",link="https://zenodo.org/badge/latestdoi/1"]',
      `image:${image}["DOI",link="${link}"]`,
    ],
    [
      'in AsciiDoc, inside a link',
      'README.adoc',
      'https://zenodo.org/badge/latestdoi/1[image:https://zenodo.org/badge/1.svg[DOI]]',
      `${link}[image:${image}[DOI]]`,
    ],
  ])('%s, it is updated in place and never doubled', (_, path, before, after) => {
    expect(updated(`# Title\n\n${before}\n\nText.\n`, path)).toBe(`# Title\n\n${after}\n\nText.\n`);
  });

  it('when it is the only one and of a DOI that nobody knows, it is taken for ours, and that is said', () => {
    const text = '![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.77.svg)\n';
    const update = updateBadge(text, 'README.md', published);
    expect(update.text).toBe(`![DOI](${image})\n`);
    expect(update.findings).toMatchObject([{ code: 'NZ8016', severity: 'note' }]);
    const known = updateBadge(text, 'README.md', published, { ownDois: ['10.5281/ZENODO.77'] });
    expect(known).toEqual({ text: `![DOI](${image})\n`, findings: [] });
  });

  it('when several belong to other records, they stay and ours is added beside them', () => {
    const others = [77, 78].map(
      (n) => `![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.${n}.svg)`,
    );
    const update = updateBadge(`# T\n\n${others.join('\n')}\n`, 'README.md', published);
    expect(update.text).toBe(`# T\n\n${others.join('\n')}\n${markdown}\n`);
    expect(update.findings).toMatchObject([{ code: 'NZ8016', severity: 'warning' }]);
  });

  it('when it stands in fenced code, it is an example and stays', () => {
    const code = '```md\n[![DOI](https://zenodo.org/badge/1.svg)](x)\n```\n';
    expect(updated(`# T\n\n${code}`)).toBe(`# T\n\n${markdown}\n\n${code}`);
  });

  it('when the journal of the paper draws one, it is none of ours', () => {
    const joss =
      '[![JOSS](https://joss.theoj.org/papers/10.21105/joss.01274/status.svg)](https://doi.org/10.21105/joss.01274)';
    expect(updated(`# T\n\n${joss}\n`)).toBe(`# T\n\n${joss}\n${markdown}\n`);
  });
});

describe('a badge that is not there yet', () => {
  it.each([
    [
      'below the first heading',
      'README.md',
      '# Title\nText.\n',
      `# Title\n\n${markdown}\n\nText.\n`,
    ],
    [
      'below a setext heading',
      'README.md',
      'Title\n=====\n\nText.\n',
      `Title\n=====\n\n${markdown}\n\nText.\n`,
    ],
    [
      'below a centred heading',
      'README.md',
      '<h1 align="center">\n  T\n</h1>\n\nText.\n',
      `<h1 align="center">\n  T\n</h1>\n\n${markdown}\n\nText.\n`,
    ],
    [
      'below front matter',
      'README.md',
      '---\n# no heading\n---\nText.\n',
      `---\n# no heading\n---\n\n${markdown}\n\nText.\n`,
    ],
    ['at the top', 'README', 'Text.\n', `${markdown}\n\nText.\n`],
    ['into an empty file', 'README.md', '', `${markdown}\n`],
    [
      'on the line of the other badges',
      'README.md',
      '# T\n\n[![a](https://x/badge.svg)](u) [![b](https://y/badge.svg)](v)\n\nText.\n',
      `# T\n\n[![a](https://x/badge.svg)](u) [![b](https://y/badge.svg)](v) ${markdown}\n\nText.\n`,
    ],
    [
      'below the other badges',
      'README.md',
      '# T\n[![a](https://x/badge.svg)](u)\n[![b][c]][d]\n\nText.\n',
      `# T\n[![a](https://x/badge.svg)](u)\n[![b][c]][d]\n${markdown}\n\nText.\n`,
    ],
    [
      'below the title',
      'README.rst',
      'Title\n=====\n\nText.\n',
      `Title\n=====\n\n${formatBadge(published.conceptDoi, published.site, 'rst')}\n\nText.\n`,
    ],
    [
      'below an overlined title',
      'README.rst',
      '=====\nTitle\n=====\n\nText.\n',
      `=====\nTitle\n=====\n\n${formatBadge(published.conceptDoi, published.site, 'rst')}\n\nText.\n`,
    ],
    [
      'below the header',
      'README.adoc',
      '= Title\nAda <a@b.c>\n:toc:\n\nText.\n',
      `= Title\nAda <a@b.c>\n:toc:\n\n${formatBadge(published.conceptDoi, published.site, 'asciidoc')}\n\nText.\n`,
    ],
    [
      'below the heading',
      'index.html',
      '<body>\n<h1>T</h1>\n<p>x</p>\n',
      `<body>\n<h1>T</h1>\n${formatBadge(published.conceptDoi, published.site, 'html')}\n<p>x</p>\n`,
    ],
  ])('it goes %s (%s)', (_, path, before, after) => {
    expect(updated(before, path)).toBe(after);
  });

  it('when the lines end as on Windows, so does the new one', () => {
    expect(updated('# T\r\n\r\nText.\r\n')).toBe(`# T\r\n\r\n${markdown}\r\n\r\nText.\r\n`);
  });

  it('when the record stands on the sandbox, the badge leads to the resolver of that site', () => {
    const sandbox = samplePublished({
      conceptDoi: '10.5072/zenodo.9',
      site: 'https://sandbox.zenodo.org',
    });
    expect(updateBadge('', 'README.md', sandbox).text).toBe(
      '[![DOI](https://sandbox.zenodo.org/badge/DOI/10.5072/zenodo.9.svg)](https://sandbox.zenodo.org/doi/10.5072/zenodo.9)\n',
    );
  });

  it('when the version DOI is asked for, the badge shows that one', () => {
    const { text } = updateBadge('# T\n', 'README.md', published, { doi: 'version' });
    expect(badgeDois(text, 'README.md')).toEqual(['10.5281/zenodo.1002']);
  });
});

it('whatever the document, one run shows the DOI and a second run changes nothing', () => {
  const piece = fc.constantFrom(
    '# T',
    'T\n===',
    '```',
    '---',
    '',
    '\n',
    '\r\n',
    'text',
    '<h1>',
    '</h1>',
    '= T',
    '.. image:: x.svg',
    '[![a](https://x/badge.svg)](u)',
    '[b]: https://zenodo.org/badge/1.svg',
    '[![D][b]][l]',
    '![](',
    '![x](https://zenodo.org/badge/DOI/10.5281/zenodo.5.svg)',
    '<img src="https://zenodo.org/badge/1.svg">',
  );
  const path = fc.constantFrom('README.md', 'README.rst', 'README.adoc', 'README.html');
  fc.assert(
    fc.property(fc.array(piece), path, (pieces, name) => {
      const once = updateBadge(pieces.join('\n'), name, published).text;
      expect(badgeDois(once, name)).toContain(published.conceptDoi);
      expect(updateBadge(once, name, published).text).toBe(once);
    }),
    { numRuns: 500 },
  );
});
