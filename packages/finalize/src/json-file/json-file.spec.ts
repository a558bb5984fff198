import { describe, expect, it } from '@jest/globals';
import { samplePublished } from '../testing/sample-release.js';
import { updateCodemeta } from './update-codemeta.js';
import { updatePackageJson } from './update-package-json.js';

const published = samplePublished();
const codemeta = (text: string) => {
  const once = updateCodemeta(text, 'codemeta.json', published, {
    ownDois: ['10.5281/zenodo.1001'],
  });
  expect(once.findings).toEqual([]);
  expect(updateCodemeta(once.text, 'codemeta.json', published).text).toBe(once.text);
  return once.text;
};

describe('a codemeta.json', () => {
  it('when its fields are there, only their values change', () => {
    const before =
      '{\n    "name": "T",   "version": "1",\n    "datePublished": "2020-01-01",\n    "identifier": "https://doi.org/10.5281/zenodo.1001",\n    "a": [1,2]\n}\n';
    expect(codemeta(before)).toBe(
      '{\n    "name": "T",   "version": "v1.2.0",\n    "datePublished": "2026-03-04",\n    "identifier": "https://doi.org/10.5281/zenodo.1000",\n    "a": [1,2]\n}\n',
    );
  });

  it('when the fields are missing, they are added in its indentation', () => {
    expect(codemeta('{\r\n\t"name": "T",\r\n\t"softwareVersion": "1"\r\n}')).toBe(
      '{\r\n\t"name": "T",\r\n\t"softwareVersion": "v1.2.0",\r\n\t"identifier": "https://doi.org/10.5281/zenodo.1000",\r\n\t"version": "v1.2.0",\r\n\t"datePublished": "2026-03-04"\r\n}',
    );
  });

  it.each([
    ['"10.5281/zenodo.XXXXXXX"', '10.5281/zenodo.1000'],
    ['"urn:x"', ['urn:x', 'https://doi.org/10.5281/zenodo.1000']],
    [
      '["urn:x", "doi:10.5281/zenodo.1001", "10.5281/zenodo.1002"]',
      ['urn:x', 'doi:10.5281/zenodo.1000', '10.5281/zenodo.1000'],
    ],
    [
      '{"@type": "PropertyValue", "value": "10.5281/zenodo.1001"}',
      { '@type': 'PropertyValue', value: '10.5281/zenodo.1000' },
    ],
    ['[]', ['https://doi.org/10.5281/zenodo.1000']],
    ['null', 'https://doi.org/10.5281/zenodo.1000'],
  ])('when the identifier is %s, it becomes the DOI in the same form', (written, expected) => {
    expect(JSON.parse(codemeta(`{"identifier": ${written}}`)).identifier).toEqual(expected);
  });

  it('when it is no JSON object, nothing is written and the place is told', () => {
    expect(updateCodemeta('{\n"a": }', 'codemeta.json', published)).toMatchObject({
      text: '{\n"a": }',
      findings: [{ code: 'NZ8004', place: { line: 2 } }],
    });
    expect(updateCodemeta('[]', 'codemeta.json', published).findings).toMatchObject([
      { code: 'NZ8004' },
    ]);
  });

  it('when its last member is written on one line, that line stays', () => {
    const before = '{\n  "version": "v1.2.0",\n  "keywords": ["a", "b"]\n}\n';
    const after = codemeta(before);
    expect(after).toContain('\n  "keywords": ["a", "b"],\n');
    expect(JSON.parse(after).datePublished).toBe('2026-03-04');
  });

  it.each(['{}', '{ }', '{"a":1}', '{"identifier":["x"]}'])(
    'when it is %s, it is JSON afterwards',
    (text) => {
      expect(JSON.parse(codemeta(text))).toMatchObject({
        ...JSON.parse(text),
        identifier: expect.anything(),
        version: 'v1.2.0',
      });
    },
  );

  it('when it begins with a byte order mark, the mark stays', () => {
    expect(codemeta('\uFEFF{"version": "1"}')).toMatch(/^\uFEFF\{/);
  });
});

describe('a package.json', () => {
  it('when the version is a semantic one, it is written without the v', () => {
    const { text } = updatePackageJson(
      '{ "name": "x", "version": "1.0.0" }\n',
      'package.json',
      published,
    );
    expect(text).toBe('{ "name": "x", "version": "1.2.0" }\n');
  });

  it('when npm would refuse the version, it is left and that is said', () => {
    const odd = samplePublished({ version: 'v0.02-final' });
    expect(updatePackageJson('{}', 'package.json', odd)).toMatchObject({
      text: '{}',
      findings: [{ code: 'NZ8006', severity: 'warning' }],
    });
  });
});
