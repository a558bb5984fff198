// How fast metadata is resolved and judged: one project in a fresh process (loading counted apart), 1,000 projects
// in one process, and beside it, where it is installed, `cffconvert --validate` on the same CITATION.cff, whole
// process against whole process.
// Needs `npx tsc -b packages/metadata` before; CFFCONVERT names the command where it is not on the path.
//   node tools/bench/metadata.mjs [rounds, 9] [projects, 1000]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const rounds = Number(process.argv[2] ?? 9);
const count = Number(process.argv[3] ?? 1000);
const here = import.meta.dirname;
const license = readFileSync(join(here, '../../LICENSE'), 'utf8');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => `${value.toFixed(1)} ms`;

function project(root, index) {
  mkdirSync(root);
  const title = `A tool for measuring, part ${index}`;
  const metadata = {
    upload_type: 'software',
    title,
    description: '<p>Measures <b>rain</b> and writes tables.</p>'.repeat(20),
    creators: [
      { name: 'Doe, Jane', orcid: '0000-0002-1825-0097', affiliation: 'Lab' },
      { name: 'Roe, Rick' },
    ],
    license: 'MIT',
    publication_date: '2025-10-05',
    keywords: ['rain', 'gauges', `part ${index}`],
    related_identifiers: [{ identifier: '10.1234/abc', relation: 'cites' }],
  };
  const people =
    'authors:\n- {family-names: Doe, given-names: Jane}\n- {family-names: Roe, given-names: Rick}\n';
  const files = {
    'zenodo.metadata.json': JSON.stringify({ metadata }, null, 2),
    'CITATION.cff': `cff-version: 1.2.0\nmessage: Cite it.\ntitle: "${title}"\nversion: "1.0"\nlicense: MIT\ndate-released: 2025-10-05\n${people}`,
    'codemeta.json': JSON.stringify({
      name: title,
      version: '1.0',
      license: 'https://spdx.org/licenses/MIT',
    }),
    'package.json': JSON.stringify({
      name: 'tool',
      version: '1.0.0',
      license: 'MIT',
      private: true,
    }),
    LICENSE: license,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

function run(command, args, cwd) {
  const before = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) return null;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return { wallMs: performance.now() - before, stdout };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-metadata-'));
try {
  const roots = Array.from({ length: count }, (_, index) =>
    project(join(folder, String(index)), index),
  );
  const ours = [];
  const theirs = [];
  const [first] = roots;
  const cffconvert = process.env.CFFCONVERT ?? 'cffconvert';
  for (let round = 0; round < rounds; round += 1) {
    const { wallMs, stdout } = run('node', [join(here, 'metadata-projects.mjs'), first], folder);
    ours.push({ ...JSON.parse(stdout), wallMs });
    const other = run(cffconvert, ['--validate', '-i', 'CITATION.cff'], first);
    if (other !== null) theirs.push(other.wallMs);
  }
  const of = (key) => ms(median(ours.map((one) => one[key])));
  console.log(
    `${availableParallelism()} cores, Node ${process.version}, medians of ${rounds} rounds`,
  );
  console.log(
    `one project, five sources: ${of('firstMs')} (${of('firstCpuMs')} of processor) after ${of('loadMs')} to load; whole process ${of('wallMs')}`,
  );
  console.log(
    theirs.length === 0
      ? 'cffconvert --validate: not installed'
      : `cffconvert --validate, CITATION.cff alone: whole process ${ms(median(theirs))}`,
  );
  const { stdout } = run('node', [join(here, 'metadata-projects.mjs'), ...roots], folder);
  const many = JSON.parse(stdout);
  console.log(
    `${count} projects in one process: ${(many.totalMs / 1000).toFixed(2)} s, median ${ms(median(many.times))} (${ms(median(many.cpu))} of processor), ` +
      `slowest ${ms(Math.max(...many.times))}, peak ${many.peakMb.toFixed(0)} MB, ${many.refused} refused`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
