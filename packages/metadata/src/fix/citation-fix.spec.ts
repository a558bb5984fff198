import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { fixCitationFile } from './apply-fixes.js';

const fix = async (text: string) => {
  const fixed = await fixCitationFile(text, 'CITATION.cff', { version: 'v2.0' });
  if (fixed === null) throw new Error('no mapping');
  return fixed;
};

const text = `# of the team
cff-version: 1.2.0 # not ours to change
message: Cite it
title: 2020 # a number
version: "1.0" # of the release
license: [MIT License]
abstract:
keywords:
  - rain # first
  - Rain
  - 2024
  - sun
authors: # in order
  # the first one
  - family-names: Doe # she
    given-names: Jane
    orcid: 0000-0002-1825-0097/
    affiliation:
      - Lab # the old one
      - Town
  - name: The Team
    orcid:
# the end
`;

describe('fixes in CITATION.cff', () => {
  it('when a machine can make them, comments, order and all the rest stay', async () => {
    const { text: fixed, diff, fixes } = await fix(text);
    expect(fixed).toBe(`# of the team
cff-version: 1.2.0 # not ours to change
message: Cite it
title: "2020" # a number
version: v2.0 # of the release
license: MIT
keywords:
  - rain # first
  - "2024"
  - sun
authors: # in order
  # the first one
  - family-names: Doe # she
    given-names: Jane
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: Lab; Town
  - name: The Team
# the end
`);
    expect(diff).toContain('-title: 2020 # a number');
    expect(fixes.map(({ reason }) => reason)).toContain(
      'The comment "# the old one" goes with what it stood in.',
    );
    expect((await fix(fixed)).fixes).toEqual([]);
  });

  it.each([
    ['license: GPL-3.0', 'license: GPL-3.0'],
    ['license: GPL-3.0-only', 'license: GPL-3.0-only'],
    ['license: [MIT, Apache-2.0]', 'license: [MIT, Apache-2.0]'],
    ['license: Apache 2.0', 'license: Apache-2.0'],
    ['version: 2.0', 'version: 2.0'],
    ['version: v2.0', 'version: v2.0'],
    ['keywords: rain, sun; rain', 'keywords:\n  - rain\n  - sun'],
    ['keywords: [rain, rain, sun]', 'keywords: [rain, sun]'],
    ['keywords:\n- a\n- ""\n- b', 'keywords:\n- a\n- b'],
    ['authors: [{family-names: D, orcid: "0000-0002-1825-0098"}]', null],
    [
      'authors: [{family-names: D, orcid: , given-names: J}]',
      'authors: [{family-names: D, given-names: J}]',
    ],
    ['authors:\n- affiliation:\n  family-names: D', 'authors:\n- family-names: D'],
    [
      'authors:\n- family-names: D\n  affiliation: {name: Lab}',
      'authors:\n- family-names: D\n  affiliation: Lab',
    ],
    ['{title: a, version: "1.0"}', '{title: a, version: v2.0}'],
  ])('when it says %j, it becomes %j', async (before, after) => {
    const { text: fixed } = await fix(`${before}\n`);
    expect(fixed).toBe(`${after ?? before}\n`);
    expect(parse(fixed)).toBeTruthy();
  });

  it('when lines end as on Windows, or it starts with a byte order mark, that stays', async () => {
    const { text: fixed } = await fix(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(fixed.startsWith('\ufeff# of the team\r\n')).toBe(true);
    expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(fixed).toContain('title: "2020" # a number\r\n');
  });

  it('when it is no mapping or no YAML, nothing is fixed', async () => {
    for (const broken of ['- a', 'a: [', '', 'date-released: 2021-02-30'])
      expect(await fixCitationFile(broken, 'CITATION.cff', { version: '1' })).toBeNull();
  });
});
