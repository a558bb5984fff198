// tsc writes JavaScript and declarations only: what else a published package needs is copied here.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

for (const kind of ['executors', 'generators']) {
  const folder = join('packages/nx-zenodo/src', kind);
  const schemas = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, 'schema.json'))
    .filter((schema) => existsSync(schema));
  for (const schema of schemas) cpSync(schema, schema.replace('/src/', '/dist/'));
  console.log(`assets: ${schemas.length} schemas of ${kind} copied`);
}
