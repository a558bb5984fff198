import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditReceipt } from '../index.js';
import type { DepositReceipt } from '../index.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

const files = { 'a.txt': 'alpha', 'b c.txt': 'beta' };
let bench: DepositBench;
let receipt: DepositReceipt;
beforeEach(async () => {
  bench = await openDepositBench();
  receipt = await bench.deposit(await bench.release('v1', files));
});
afterEach(() => bench.close());

const audit = (changes: Partial<DepositReceipt> = {}) =>
  auditReceipt(bench.client(), { ...receipt, ...changes });

describe('an audit', () => {
  it('when the record serves what was published, it finds nothing', async () => {
    const result = await audit();
    expect(result).toMatchObject({ findings: [], metadata: [], doiState: 'resolving' });
    expect(result.files.map((file) => file.served?.sha256)).toEqual(
      receipt.files.map((file) => file.sha256),
    );
  });

  it('when bytes, names or the DOI differ, every difference is an error', async () => {
    const [a, b] = receipt.files;
    if (a === undefined || b === undefined) throw new Error('two files were published');
    const wrong = [
      { ...a, sha256: '0'.repeat(64) },
      { ...b, key: 'gone.txt' },
    ];
    const { findings } = await audit({ files: wrong, doi: '10.5072/zenodo.4711' });
    expect(findings.map((one) => [one.code, one.place?.file])).toEqual([
      ['NZ6012', 'a.txt'],
      ['NZ6012', 'gone.txt'],
      ['NZ6012', 'b c.txt'],
      ['NZ6012', undefined],
    ]);
  });

  it('when the metadata was edited since, it warns and names the field', async () => {
    await bench.deposit(await bench.release('v1', files, { title: 'New' }), { known: { receipt } });
    const { findings } = await audit();
    expect(findings).toMatchObject([
      { code: 'NZ6019', severity: 'warning', place: { field: 'metadata.title' } },
    ]);
  });

  it('when an edit is open that nobody published, it does not take the edit for the record', async () => {
    const client = bench.client();
    const { value } = await client.readDeposition(receipt.depositionId);
    if (value.state !== 'done') throw new Error('the release is published');
    const edit = await client.openEdit(value);
    expect((await audit()).findings).toEqual([]);
    await client.updateMetadata(edit, { ...value.metadata, title: 'Not decided yet' });
    const { findings, metadata } = await audit();
    expect(findings).toMatchObject([{ code: 'NZ6005', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('title');
    expect(metadata).toBeNull();
  });

  it('when the DOI is not registered yet, it says pending', async () => {
    bench.sandbox.faults.add({ kind: 'doi-pending' });
    expect((await audit()).doiState).toBe('pending');
  });

  it('when the receipt is of another service, nothing is asked', async () => {
    const environment = { name: 'production', origin: 'https://zenodo.org' };
    await expect(audit({ environment })).rejects.toMatchObject({ code: 'NZ6018' });
  });
});
