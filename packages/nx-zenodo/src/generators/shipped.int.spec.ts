import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generatorOptions } from './options.js';

interface Shipped {
  readonly factory?: string;
  readonly implementation?: string;
  readonly schema?: string;
  readonly description?: string;
}

const folder = join(import.meta.dirname, '../..');
const read = (path: string) =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
const generators = (file: string) =>
  Object.entries(read(file)['generators'] as Record<string, Shipped>);
// Nx looks for the source of a local plugin where its package.json names the built file.
const source = (path = '') => join(folder, path.replace('./dist/', 'src/'));

describe('what Nx finds in the package', () => {
  it('when it looks for generators, there is one for every set of options', () => {
    expect(generators('generators.json').map(([name]) => name)).toEqual(
      Object.keys(generatorOptions),
    );
  });

  it.each(generators('generators.json'))(
    'when it loads the generator %s, factory, schema and description are there',
    (_, { factory, schema, description }) => {
      expect(existsSync(`${source(factory)}.ts`)).toBe(true);
      expect(existsSync(source(schema))).toBe(true);
      expect(description).toBeTruthy();
    },
  );

  it.each(generators('migrations.json'))(
    'when it loads the migration %s, its implementation is there',
    (_, { implementation, description }) => {
      expect(existsSync(`${source(implementation)}.ts`)).toBe(true);
      expect(description).toBeTruthy();
    },
  );

  it('when it reads package.json, both lists are named and are packed', () => {
    const { files, ...named } = read('package.json');
    expect(named).toMatchObject({
      generators: './generators.json',
      'nx-migrations': { migrations: './migrations.json' },
    });
    expect(files).toEqual(expect.arrayContaining(['generators.json', 'migrations.json']));
  });
});
