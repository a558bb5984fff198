import { describe, expect, it } from '@jest/globals';
import { samplePublished } from '../testing/sample-release.js';
import { updatePyproject } from './update-pyproject.js';

const update = (text: string) => updatePyproject(text, 'pyproject.toml', samplePublished());

describe('a pyproject.toml', () => {
  it('when [project] has the version, only it changes', () => {
    const before =
      '# head\n[tool.x]\nversion = \'9\'\n[project]\nname = "x"\nversion = \'1.0\'  # here\n[tool.poetry]\nversion = "2"\n';
    const after = before.replace("'1.0'", "'1.2.0'");
    expect(update(before)).toEqual({ text: after, findings: [] });
    expect(update(after)).toEqual({ text: after, findings: [] });
  });

  it('when only [tool.poetry] has it, that one changes', () => {
    expect(update('[tool.poetry]\nversion = "1"\n').text).toBe(
      '[tool.poetry]\nversion = "1.2.0"\n',
    );
  });

  it.each([
    ['the build tool makes it', '[project]\ndynamic = ["version"]\n', /dynamic/],
    ['none stands there', '[project]\nname = "x"\n', /no version/],
    ['it is no string', '[project]\nversion = 1\n', /no string/],
  ])('when %s, it is left and that is said', (_, text, reason) => {
    expect(update(text)).toMatchObject({
      text,
      findings: [{ code: 'NZ8006', message: expect.stringMatching(reason) }],
    });
  });

  it('when Python would refuse the version, it is left and that is said', () => {
    const odd = samplePublished({ version: 'first release' });
    expect(updatePyproject('[project]\nversion = "1"\n', 'p', odd).findings).toMatchObject([
      { code: 'NZ8006' },
    ]);
  });

  it('when it is no TOML, nothing is written and the place is told', () => {
    expect(update('[project]\nversion = = 1\n')).toMatchObject({
      text: '[project]\nversion = = 1\n',
      findings: [{ code: 'NZ8005', place: { file: 'pyproject.toml', line: 2 } }],
    });
  });
});
