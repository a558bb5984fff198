import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { setInYaml } from './set-in-yaml.js';

const text = `# top
title: 'Old' # of the tool
abstract: >-
  Folded by
  hand.
authors: # all of them
  - family-names: Roe # she
    given-names: Rick
# before the licence
license: MIT
version:
notes: |
  Old
  lines
# end
`;

describe('setting keys of YAML', () => {
  it('when a value is set, its comment and everything else stay as they were', async () => {
    expect(await setInYaml(text, [['title', 'New: better']])).toBe(
      text.replace("'Old'", '"New: better"'),
    );
  });

  it('when a day is set, it is a plain date', async () => {
    expect(await setInYaml(text, [['license', '2025-10-05']])).toBe(
      text.replace('MIT', '2025-10-05'),
    );
  });

  it('when a list is set, the comments around it stay', async () => {
    const set = await setInYaml(text, [['authors', [{ name: 'The Team' }]]]);
    expect(set).toContain('authors:\n  - name: The Team\n# before the licence\nlicense: MIT\n');
    expect(set).toContain('Folded by\n  hand.');
  });

  it('when the key has no value, is a block or is missing, it is set and the rest is read as before', async () => {
    const set = await setInYaml(text, [
      ['version', 'v1'],
      ['notes', 'one line'],
      ['doi', '10.1/x'],
      ['abstract', 'two\nlines'],
    ]);
    expect(parse(set)).toEqual({
      ...(parse(text) as object),
      version: 'v1',
      notes: 'one line',
      doi: '10.1/x',
      abstract: 'two\nlines',
    });
    expect(set).toMatch(/one line\ndoi: 10.1\/x\n# end\n$/);
    expect(set).toContain('# before the licence');
  });

  it('when the last line does not end, a new key still has its own', async () => {
    expect(
      await setInYaml('a: 1 # b', [
        ['c', 2],
        ['d', 3],
      ]),
    ).toBe('a: 1 # b\nc: 2\nd: 3');
  });

  it('when lines end as on Windows, all of them still do', async () => {
    const set = await setInYaml(text.replaceAll('\n', '\r\n'), [
      ['authors', [{ name: 'The Team' }, { name: 'Others' }]],
      ['doi', '10.1/x'],
    ]);
    expect(set.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('when the mapping is written in braces, the key is set in it', async () => {
    expect(parse(await setInYaml('{title: a, b: 1}', [['title', 'x, y']]))).toEqual({
      title: 'x, y',
      b: 1,
    });
  });

  it('when it is no mapping, nothing changes', async () => {
    expect(await setInYaml('- a\n', [['title', 'x']])).toBe('- a\n');
    expect(await setInYaml('a: [\n', [['title', 'x']])).toBe('a: [\n');
  });
});
