// tsc writes JavaScript and declarations only: what else a published package needs is copied here.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const executors = 'packages/nx-zenodo/src/executors';
const names = readdirSync(executors, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
for (const { name } of names) {
  const schema = join(executors, name, 'schema.json');
  cpSync(schema, schema.replace('/src/', '/dist/'));
}
console.log(`assets: ${names.length} executor schemas copied`);
