// Writes the documentation as a static site to dist/site: npm run docs:site [-- FOLDER]. Everything lies in that
// folder and all links are relative, so it works from any address, and from the disk without a server.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { copyAssets, writeSearchIndex } from './search-index.mjs';

const repository = join(import.meta.dirname, '../../..');
process.chdir(repository);
const output = process.argv[2] ?? 'dist/site';
rmSync(output, { recursive: true, force: true });
const site = new Eleventy('docs', output, {
  configPath: 'tools/docs/site/eleventy.config.mjs',
  quietMode: true,
});
await site.write();
copyAssets(output);
const pages = writeSearchIndex(output);
console.log(`site: ${pages} pages in ${output}`);
