import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseReleaseConfig } from './parse.js';

const minimal = {
  name: 'sample',
  version: 'v1',
  artifacts: ['docs/a.md'],
  validation: { checks: [{ kind: 'exists', name: 'there', paths: ['docs/a.md'] }] },
};
const parse = (value: unknown) =>
  parseReleaseConfig(
    typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    '/root-of-release',
    'zenodo.release.json',
  );

describe('zenodo.release.json', () => {
  it('when only the needed keys are given, every default is in', () => {
    expect(parse(minimal).config).toMatchObject({
      root: '/root-of-release',
      tag: 'v1',
      signature: 'T4_FINAL_SIGNATURE.sha256',
      metadata: 'zenodo.metadata.json',
      receipt: 'docs/releases/v1-ZENODO.json',
      releaseNotes: null,
      freeze: { include: ['docs/a.md'], exclude: [] },
      zenodo: { conceptRecordId: null, recordId: null },
    });
  });

  it('when a key is misspelt, it names the key with line and column', () => {
    const { config, findings } = parse({ ...minimal, artefacts: [] });
    expect(config).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'NZ2003',
      message: 'The key "artefacts" is not known here.',
      place: { file: 'zenodo.release.json', line: 18, column: 3, field: 'artefacts' },
    });
  });

  it('when several values are wrong, it names all of them', () => {
    const { findings } = parse({
      ...minimal,
      version: 3,
      artifacts: ['../x'],
      zenodo: { recordId: 'x' },
    });
    expect(findings.map(({ code, place }) => [code, place?.field])).toEqual([
      ['NZ2004', 'version'],
      ['NZ2004', 'artifacts.0'],
      ['NZ2004', 'zenodo.recordId'],
    ]);
  });

  it.each(['789011', '10.5281/zenodo.789011', 'https://doi.org/10.5281/zenodo.789011'])(
    'when the record is named as %s, its id is known',
    (conceptRecordId) => {
      const { config } = parse({ ...minimal, zenodo: { conceptRecordId } });
      expect(config?.zenodo.conceptRecordId).toBe('789011');
    },
  );

  it.each(['10.1000/182', '10.5281/zenodo.', '7a', 'https://zenodo.org/records/1'])(
    'when the record is named as %s, it is refused',
    (recordId) => {
      const { findings } = parse({ ...minimal, zenodo: { recordId } });
      expect(findings.map(({ place }) => place?.field)).toEqual(['zenodo.recordId']);
    },
  );

  it('when a needed key is missing, it says so', () => {
    const { findings } = parse({ ...minimal, artifacts: undefined });
    expect(findings).toMatchObject([{ code: 'NZ2004', message: '"artifacts" is missing.' }]);
  });

  it('when the list of checks is empty, it is an error', () => {
    expect(parse({ ...minimal, validation: { checks: [] } }).findings).toMatchObject([
      { code: 'NZ2004', place: { field: 'validation.checks' } },
    ]);
  });

  it('when an editor put a byte order mark before it, that is what it says', () => {
    const { config, findings } = parseReleaseConfig('\uFEFF{}', '/release', 'zenodo.release.json');
    expect(config).toBeNull();
    expect(findings).toMatchObject([
      { code: 'NZ2002', message: expect.stringContaining('byte order mark') },
    ]);
  });

  it('when the text is not JSON, it names the place', () => {
    expect(parse('{\n  "name": "x",,\n}').findings[0]).toMatchObject({
      code: 'NZ2002',
      place: { line: 2 },
    });
  });

  it.each(['../a', '/a', 'C:/a', 'a\\b', 'a//b', './a', 'a\0b', ''])(
    'when an artifact is %j, it is refused',
    (path) => {
      expect(parse({ ...minimal, artifacts: [path] }).findings[0]?.code).toBe('NZ2004');
    },
  );

  it('whatever the text is, it answers with a configuration or with findings, never both or neither', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { config, findings } = parse(text);
        expect(config === null).toBe(findings.length > 0);
      }),
    );
  });
});
