import { describe, expect, it } from '@jest/globals';
import { mergeFacts } from './known-facts.js';
import { manifestFacts } from './manifest-facts.js';

const factsOf = async (files: Record<string, string>) =>
  mergeFacts(await manifestFacts((path) => files[path] ?? null));

describe('a package of another language', () => {
  it.each([
    [
      'pyproject.toml',
      '[project]\nname = "rivers"\nversion = "1.2.0"\ndescription = "Four rivers."\n',
    ],
    ['Cargo.toml', '[package]\nname = "rivers"\nversion = "1.2.0"\ndescription = "Four rivers."\n'],
    [
      'pom.xml',
      '<project><artifactId>rivers</artifactId><version>1.2.0</version><description>Four rivers.</description></project>',
    ],
    ['DESCRIPTION', 'Package: rivers\nVersion: 1.2.0\nDescription: Four\n  rivers.\n'],
  ])(
    'when it is described by %s, its name, version and description are known',
    async (file, text) => {
      expect(await factsOf({ [file]: text })).toMatchObject({
        name: 'rivers',
        deposit: { version: '1.2.0', description: '<p>Four rivers.</p>' },
        origins: { name: file, version: file },
        findings: [],
      });
    },
  );

  it('when the file cannot be read, it is passed over and named', async () => {
    expect(await factsOf({ 'Cargo.toml': '[package' })).toMatchObject({
      name: undefined,
      deposit: {},
      findings: [{ code: 'NZ9104', place: { file: 'Cargo.toml' } }],
    });
  });

  it('when there is none, nothing is said', async () => {
    expect(await factsOf({ 'README.md': '# Rivers' })).toMatchObject({ deposit: {}, findings: [] });
  });
});
