import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { lostComments } from './edit-yaml.js';
import { syncFile } from './sync-files.js';

const deposit = {
  title: 'A tool',
  creators: [
    { name: 'Doe, Jane', orcid: '0000-0002-1825-0097' },
    { name: 'Roe, Rick' },
    { name: 'The Team' },
  ],
};

const citation = `# top
title: A tool
authors: # all of us
  # who began
  - family-names: Roe # he
    given-names: Rick
    email: rick@example.org
  # who joined
  - given-names: Jane
    family-names: Doe # she
    affiliation: Lab
  # who left
  - family-names: Poe
    given-names: Pat # gone
# the end
license: MIT
`;

const synced = async (text: string, file: 'CITATION.cff' | 'codemeta.json' | '.zenodo.json') =>
  (await syncFile(file, text, deposit)) ?? text;

describe('people brought in line', () => {
  it('when they stand in CITATION.cff, their lines and comments stay, in the new order', async () => {
    const after = await synced(citation, 'CITATION.cff');
    expect(after).toBe(`# top
title: A tool
authors: # all of us
  # who joined
  - given-names: Jane
    family-names: Doe # she
    affiliation: Lab
    orcid: https://orcid.org/0000-0002-1825-0097
  # who began
  - family-names: Roe # he
    given-names: Rick
    email: rick@example.org
  - name: The Team
# the end
license: MIT
`);
    expect(await lostComments(citation, after)).toEqual(['# who left', '# gone']);
    expect(await syncFile('CITATION.cff', after, deposit)).toBeNull();
  });

  it('when the list is not indented, has another ORCID, Windows lines or a byte order mark, so it stays', async () => {
    const text = `\ufefftitle: A tool\nauthors:\n- family-names: Doe\n  given-names: Jane\n  orcid: "https://orcid.org/0000-0001-5109-3700" # which?\n- {family-names: Roe, given-names: Rick}\n`;
    const after = await synced(text.replaceAll('\n', '\r\n'), 'CITATION.cff');
    expect(after).toBe(
      text
        .replace('"https://orcid.org/0000-0001-5109-3700"', 'https://orcid.org/0000-0002-1825-0097')
        .concat('- name: The Team\n')
        .replaceAll('\n', '\r\n'),
    );
  });

  it('when the list is written in brackets, what it knows of a person stays', async () => {
    const text =
      'authors: [{family-names: Doe, given-names: Jane, affiliation: Lab}]\ntitle: A tool\n';
    const after = await synced(text, 'CITATION.cff');
    expect(parse(after)).toEqual({
      title: 'A tool',
      authors: [
        {
          'family-names': 'Doe',
          'given-names': 'Jane',
          affiliation: 'Lab',
          orcid: 'https://orcid.org/0000-0002-1825-0097',
        },
        { 'family-names': 'Roe', 'given-names': 'Rick' },
        { name: 'The Team' },
      ],
    });
  });

  it.each([
    ['3', { type: 'Person', familyName: 'Doe', givenName: 'Jane', email: 'j@example.org' }, 'id'],
    [
      '2',
      { '@type': 'Person', familyName: 'Doe', givenName: 'Jane', email: 'j@example.org' },
      '@id',
    ],
  ])('when codemeta.json %s knows more of a person, that stays', async (_, person, id) => {
    const after = await synced(
      JSON.stringify({ name: 'A tool', author: [person] }),
      'codemeta.json',
    );
    const { author } = JSON.parse(after) as { author: object[] };
    expect(author[0]).toEqual({ ...person, [id]: 'https://orcid.org/0000-0002-1825-0097' });
    expect(author).toHaveLength(3);
    expect(await syncFile('codemeta.json', after, deposit)).toBeNull();
  });

  it('when .zenodo.json knows an affiliation or GND, that stays', async () => {
    const jane = { name: 'Doe, Jane', affiliation: 'Lab', gnd: '118540238' };
    const text = JSON.stringify({ title: 'A tool', creators: [jane] }, null, 2);
    const { creators } = JSON.parse(await synced(text, '.zenodo.json')) as { creators: object[] };
    expect(creators[0]).toEqual({ ...jane, orcid: '0000-0002-1825-0097' });
  });
});
