import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatPlan, planRelease } from '../index.js';
import type { KnownRecord } from '../index.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';
import type { SampleRelease } from '../testing/sample-release.js';

const files = { 'a.txt': 'alpha', 'b c.txt': 'beta' };
let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const dryRun = async (release: SampleRelease, known: KnownRecord = {}) => {
  const plan = await planRelease({
    ...release,
    environment: { name: 'local', apiUrl: bench.sandbox.apiUrl },
    client: bench.client(),
    known,
  });
  return formatPlan(plan, '/api').replaceAll(bench.sandbox.apiUrl, '/api').split('\n');
};
const verbs = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/^ +/, '').slice(0, 48));

describe('a dry run', () => {
  it('when nothing stands, it prints every request in order and sends none that writes', async () => {
    const lines = verbs(await dryRun(await bench.release('v1', files)));
    expect(lines).toEqual([
      'Publish a first version, under a new concept:',
      'POST /api/deposit/depositions {"metadata":{"uplo',
      'PUT /api/files/{bucket}/a.txt (5 bytes, SHA-256 ',
      'PUT /api/files/{bucket}/b%20c.txt (4 bytes, SHA-',
      'GET /api/deposit/depositions and plan anew',
      'GET /api/deposit/depositions/{id}/files and comp',
      'POST /api/deposit/depositions/{id}/actions/publi',
    ]);
    expect(bench.sandbox.requests.list().every((one) => one.method === 'GET')).toBe(true);
  });

  it('when the plan is carried out, the requests that write are exactly the printed ones', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v2', { 'a.txt': 'alpha', 'c.txt': 'gamma' });
    const lines = await dryRun(release, { receipt: first });
    const since = bench.lastRequest();
    await bench.deposit(release, { known: { receipt: first } });
    // Ids, buckets and file ids are known only when Zenodo has given them out.
    const shape = (line: string) =>
      line
        .trim()
        .replace(/ (?:\{"|\().*$/, '')
        .replace(/\{[^}]*\}|[0-9a-f-]{36}|\d+(?=\/|$)/g, '*');
    const printed = lines.map(shape).filter((line) => /^(?:POST|PUT|DELETE) /.test(line));
    const sent = bench.sandbox.requests
      .list(since)
      .filter((one) => one.method !== 'GET' && one.method !== 'HEAD')
      .map((one) => shape(`${one.method} ${one.path}`));
    expect(sent).toEqual(printed);
  });

  it('when the metadata changed, it shows the difference first', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const lines = await dryRun(await bench.release('v1', files, { title: 'New' }), {
      receipt: first,
    });
    expect(lines.slice(0, 3)).toEqual([
      'Edit the metadata of the published record, its DOI stays:',
      '  title: "Sample of a release" → "New"',
      `  POST /api/deposit/depositions/${first.depositionId}/actions/edit`,
    ]);
  });

  it('when there is nothing to do, or it would be refused, it says so', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const known = { receipt: first };
    expect(await dryRun(await bench.release('v1', files), known)).toEqual([
      `Nothing to publish: record ${first.recordId} (${first.doi}) holds these files and this metadata.`,
    ]);
    const refused = await dryRun(await bench.release('v1', { 'a.txt': 'x' }), known);
    expect(refused[1]).toMatch(/^ {2}NZ6001 /);
  });
});
