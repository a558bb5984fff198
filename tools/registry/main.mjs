// Serves packed packages as a registry on loopback until it is told to end: node tools/registry/main.mjs FOLDER…
// One line on standard output is its state: {"url": "…", "environment": {…}, "packages": […]}.
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { publishFolder, registryEnvironment } from './publish.mjs';
import { startRegistry } from './registry.mjs';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: node tools/registry/main.mjs FOLDER_OF_PACKED…');
// Read from npm's own configuration, and never written down. In a folder of workspaces npm does not tell it.
const asked = { cwd: tmpdir(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
const upstream = execFileSync('npm', ['config', 'get', 'registry'], asked).trim();
const registry = await startRegistry(upstream.replace(/\/?$/, '/'));
process.once('SIGTERM', () => registry.close());
process.once('SIGINT', () => registry.close());
for (const folder of folders) await publishFolder(folder, registry.url);
const { url } = registry;
const environment = registryEnvironment(url);
console.log(JSON.stringify({ url, environment, packages: registry.names().sort() }));
