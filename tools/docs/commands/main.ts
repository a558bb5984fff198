// Runs the commands of every page of the documentation and compares what they print with what the page shows:
// npm run docs:commands [-- PART_OF_A_PATH…], after `nx run e2e:pack`, whose folder is the first argument. The local Zenodo stands for zenodo.org and
// sandbox.zenodo.org; stages.ts, replacements.ts and not-run.ts hold everything that is not as a reader would do it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indentedCommands, documentedSteps } from './documented-page.js';
import { notRun } from './not-run.js';
import { PageRun, type Wrong } from './page-run.js';
import { stages } from './stages.js';
import { Workspaces } from './workspace.js';

const repository = join(import.meta.dirname, '../../..');
const [packed = '', ...wanted] = process.argv.slice(2);
const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
const env = {
  ...identity,
  GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
  GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  CI: 'true',
  npm_config_ignore_scripts: 'true',
  npm_config_prefer_offline: 'true',
};

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: repository,
})
  .toString()
  .split('\n')
  // The forms of the reference are made from the schemas; the packages' READMEs have tests of their own.
  .filter((path) => /^(README|CONTRIBUTING)\.md$|^docs\/(?!reference\/)/.test(path))
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)));
const workspaces = new Workspaces(repository, packed, env);
const wrong: Wrong[] = [];
const used = new Set<string>();
const unused = new Set(notRun);
let commands = 0;

try {
  for (const page of pages) {
    const text = readFileSync(join(repository, page), 'utf8');
    for (const line of indentedCommands(text)) {
      wrong.push({
        page,
        line,
        what: 'a command in an indented block: fence it as sh',
        output: '',
      });
    }
    const steps = documentedSteps(text);
    const stage = stages[page];
    if (steps.length === 0) continue;
    if (stage === undefined) {
      wrong.push({
        page,
        line: steps[0]?.line ?? 1,
        what: 'shows commands and has no stage (tools/docs/commands/stages.ts)',
        output: '',
      });
      continue;
    }
    const run = new PageRun({ page, text, stage }, workspaces, env);
    const begun = Date.now();
    const found = await run.all(steps);
    wrong.push(...found);
    for (const { line, what } of found) console.error(`✗ ${page}:${line}: ${what}`);
    commands += run.commands;
    run.used.forEach((what) => used.add(what));
    run.left.forEach((entry) => unused.delete(entry));
    console.log(`${page}: ${run.commands} commands, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  }
} finally {
  workspaces.remove();
}
if (wanted.length === 0) {
  for (const { page, command } of unused) {
    wrong.push({
      page,
      line: 1,
      what: `not-run.ts names a command that is not here: ${command}`,
      output: '',
    });
  }
}
for (const what of used) console.log(`stand-in: ${what}`);
for (const { page, line, what, output } of wrong) {
  console.error(`✗ ${page}:${line}: ${what}\n${output.replace(/^/gm, '    ')}`);
}
console.log(
  `docs: ${commands} commands of ${pages.length} pages, ${wrong.length === 0 ? 'each does what its page says' : `${wrong.length} wrong`}`,
);
if (wrong.length > 0) process.exit(1);
