// Writes every generated JSON Schema from the value it is said in; with --check it only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { shippedSchemas } from './shipped-schemas.js';

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, schema] of Object.entries(shippedSchemas())) {
  const target = join(import.meta.dirname, '../../packages', path);
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
  if (read(target) === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
const verdict =
  stale.length === 0 ? 'all fresh' : `${check ? 'stale' : 'written'}: ${stale.join(', ')}`;
console.log(`schemas: ${verdict}`);
if (check && stale.length > 0) process.exit(1);

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
