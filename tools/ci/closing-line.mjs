// Sums what every jest run of the workspace wrote and prints one closing line; fails when nothing ran.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['packages', 'apps'].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name, 'test-results.json')),
);
const runs = folders.map(read).filter((run) => run !== null);
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
const passed = sum('numPassedTests');
const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites');
const skipped = sum('numPendingTests') + sum('numTodoTests');

console.log(`\n${runs.length} projects tested`);
console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
if (passed === 0 || failed > 0) process.exit(1);

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
