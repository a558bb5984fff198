// Holds the documentation true: every code has a page and every page a code, every relative link leads
// somewhere, every type that the glossary names exists, and so do the commands, options and variables. Prints all that is wrong, then exits 1.
import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { checkNames } from './check-names.mjs';

const tracked = execFileSync('git', [
  'ls-files',
  '-z',
  '--cached',
  '--others',
  '--exclude-standard',
])
  .toString()
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));
const read = (path) => readFileSync(path, 'utf8');
const pages = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('apps/lukhas/'));
const wrong = [...codesAndPages(), ...links(), ...glossary(), ...checkNames(pages)];
for (const line of wrong) console.error(`✗ ${line}`);
console.log(`docs: ${wrong.length === 0 ? 'all true' : `${wrong.length} wrong`}`);
if (wrong.length > 0) process.exit(1);

function codesAndPages() {
  const sources = tracked.filter(
    (p) => /^(packages|apps)\/.*\/src\/.*\.ts$/.test(p) && !/\.spec\.ts$|\/testing\//.test(p),
  );
  const told = sources.map(read).join('\n');
  const codes = new Set(sources.flatMap((p) => read(p).match(/(?<=['"`])NZ\d{4}(?=['"`])/g) ?? []));
  const pages = new Set(
    tracked.map((p) => /^docs\/errors\/(NZ\d{4})\.md$/.exec(p)?.[1]).filter(Boolean),
  );
  const missing = [...codes]
    .filter((code) => !pages.has(code))
    .map((c) => `docs/errors/${c}.md is missing`);
  const unused = [...pages]
    .filter((page) => !told.includes(page))
    .map((c) => `docs/errors/${c}.md: no code says ${c}`);
  return [...missing, ...unused].sort();
}

function links() {
  return pages.flatMap((path) =>
    [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map((match) => match[1])
      .filter((target) => !existsSync(join(dirname(path), decodeURIComponent(target))))
      .map((target) => `${path}: the link to ${target} leads nowhere`),
  );
}

function glossary() {
  return [...read('docs/glossary.md').matchAll(/\[`(\w+)`\]\(([^)]+)\)/g)]
    .filter(([, name, file]) => {
      const path = join('docs', file);
      return (
        !existsSync(path) ||
        !new RegExp(`export (interface|type|class) ${name}\\b`).test(read(path))
      );
    })
    .map(([, name, file]) => `docs/glossary.md: ${file} declares no type ${name}`);
}
