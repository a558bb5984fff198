import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pluginVersion } from './plugin-version.js';
import { generatedSchemas } from './schemas.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
const schemas = Object.entries(generatedSchemas());

describe('what the package ships', () => {
  it.each(schemas)('when %s is read, it is what the options say', (path, schema) => {
    expect(read(path)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('when Nx looks for an executor, there is one for every schema', () => {
    const { executors } = read('executors.json') as { executors: Record<string, object> };
    const names = schemas.map(([path]) => /executors\/([^/]+)/.exec(path)?.[1]).filter(Boolean);
    expect(Object.keys(executors)).toEqual(names);
  });

  it('when the version is asked for, it is that of package.json', () => {
    expect(read('package.json')).toMatchObject({ version: pluginVersion });
  });
});
