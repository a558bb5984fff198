import { describe, expect, it } from '@jest/globals';
import { parseShortlog } from './git-authors.js';
import { githubRepository, parseGithubAddress } from './github-repository.js';
import { pageOpener } from './page-opener.js';

describe('an address on GitHub', () => {
  it.each([
    ['https://github.com/lab/rain', 'lab/rain'],
    ['https://github.com/lab/rain.git', 'lab/rain'],
    ['https://github.com/lab/rain.js/tree/v1', 'lab/rain.js'],
    ['git@github.com:lab/rain.git', 'lab/rain'],
    ['ssh://git@github.com/lab/rain.git', 'lab/rain'],
    ['https://www.github.com/lab/rain#top', 'lab/rain'],
    ['https://github.com/lab', null],
    ['https://gitlab.com/lab/rain', null],
    ['https://notgithub.com/lab/rain', null],
    ['10.5281/zenodo.4', null],
  ])('when it is %s, the repository is %s', (text, expected) => {
    expect(parseGithubAddress(text)).toBe(expected);
  });

  it('when git has a remote on GitHub, it goes before what the metadata relate to', () => {
    const deposit = { related_identifiers: [7, { identifier: 'https://github.com/lab/other' }] };
    expect(githubRepository('git@github.com:lab/rain.git', deposit)).toBe('lab/rain');
    expect(githubRepository('git@example.org:lab/rain.git', deposit)).toBe('lab/other');
    expect(githubRepository(null, { related_identifiers: 'none' })).toBeNull();
  });
});

describe('authors of commits', () => {
  it('when git counts them, bots are told from people, and other lines are passed over', () => {
    expect(parseShortlog('    12\tAda Lovelace\n     3\trenovate[bot]\n\nfatal: no\n')).toEqual([
      { login: 'Ada Lovelace', name: 'Ada Lovelace', type: 'User', contributions: 12 },
      { login: 'renovate[bot]', name: 'renovate[bot]', type: 'Bot', contributions: 3 },
    ]);
  });
});

describe('the opener of a page', () => {
  it.each([
    ['linux', 'xdg-open'],
    ['darwin', 'open'],
    ['win32', 'explorer.exe'],
  ] as const)(
    'when the system is %s, it is %s, and the path stays one argument',
    (system, command) => {
      expect(pageOpener(system, '/a b/"$(x)".html')).toEqual([command, '/a b/"$(x)".html']);
    },
  );
});
