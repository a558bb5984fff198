// Runtimes of Node as npm packages, for the time of a run.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The program of that major of Node: the one at hand where it fits, otherwise one installed below `folder`. */
export function nodeProgram(major, folder) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const prefix = join(folder, `node-${major}`);
  mkdirSync(prefix, { recursive: true });
  // Its install script lays the program for this platform into the package.
  const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', prefix];
  execFileSync('npm', ['install', ...options, `node@${major}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(prefix, 'node_modules/node/bin/node');
}
