// Writes docs/reference from the schemas and the titles of the error pages; with --check it only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { referencePages, repository } from './reference-pages.js';

const check = process.argv.includes('--check');
const folder = join(repository, 'docs/reference');
const pages = referencePages();
const stale: string[] = [];

mkdirSync(folder, { recursive: true });
for (const [name, page] of Object.entries(pages)) {
  const target = join(folder, name);
  const text = await format(page, { ...(await resolveConfig(target)), parser: 'markdown' });
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(name);
  if (!check) writeFileSync(target, text);
}
for (const name of readdirSync(folder).filter((file) => !(file in pages))) {
  stale.push(name);
  if (!check) rmSync(join(folder, name));
}
const verdict =
  stale.length === 0 ? 'all fresh' : `${check ? 'stale' : 'written'}: ${stale.join(', ')}`;
console.log(`reference: ${verdict}`);
if (check && stale.length > 0) process.exit(1);
