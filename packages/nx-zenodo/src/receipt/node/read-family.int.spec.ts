import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseReleaseConfig } from '../../release-config/parse.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { environmentReceiptPath } from '../receipt-path.js';
import { savedReceipt } from '../testing/saved-receipt.js';
import { readReceiptFamily } from './read-family.js';
import { readKnownRecord } from './read-known-record.js';
import { readOwnReceipt, readReceipt } from './read-receipts.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'receipts-'));
});
afterEach(() => rm(root, { recursive: true }));

function configOf(receipt?: string): ReleaseConfig {
  const written = {
    name: 'sample',
    version: 'v1.2',
    artifacts: ['a.txt'],
    validation: { checks: [{ kind: 'exists', name: 'there', paths: ['a.txt'] }] },
    ...(receipt === undefined ? {} : { receipt }),
  };
  const { config } = parseReleaseConfig(JSON.stringify(written), root, 'zenodo.release.json');
  if (config === null) throw new Error('the sample is a configuration');
  return config;
}

async function put(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), JSON.stringify(value));
}

const versions = async (config: ReleaseConfig) =>
  (await readReceiptFamily(config)).map(({ release }) => release.version);

describe('receipts of all versions', () => {
  it('when those of earlier versions lie beside, they are found, those of other releases are not', async () => {
    await put('docs/releases/v1.1-ZENODO.json', savedReceipt(11, 'v1.1'));
    await put('docs/releases/v1.0-ZENODO.json', savedReceipt(10, 'v1.0'));
    await put('docs/releases/v9-ZENODO.json', savedReceipt(90, 'v9', 'another'));
    await put('docs/releases/v1.0-RESERVATION.json', savedReceipt(10, 'v1.0'));
    await put('docs/releases/v7-ZENODO.json', { no: 'receipt' });
    await put('docs/releases/v1.2-ZENODO.json', savedReceipt(12, 'v1.2'));
    expect(await versions(configOf())).toEqual(['v1.0', 'v1.1', 'v1.2']);
  });

  it('when the environment keeps a receipt that the checkout holds too, it is told once', async () => {
    await put('docs/releases/v1.1-ZENODO.json', savedReceipt(11, 'v1.1'));
    await put('docs/releases/v1.2-ZENODO.json', savedReceipt(12, 'v1.2'));
    await put(environmentReceiptPath('production'), savedReceipt(12, 'v1.2'));
    expect(await versions(configOf())).toEqual(['v1.1', 'v1.2']);
  });

  it('when receipts came with a copy of another release, its record is not continued, nor told of', async () => {
    const theirs = savedReceipt(90, 'v1.1', 'another');
    await put('docs/releases/v1.2-ZENODO.json', savedReceipt(91, 'v1.2', 'another'));
    await put(environmentReceiptPath('production'), theirs);
    const config = configOf();
    await put(config.reservation, {
      ...savedReceipt(91, 'v1.2', 'another'),
      url: 'https://zenodo.org/uploads/91',
    });
    expect(await versions(config)).toEqual([]);
    expect(await readKnownRecord(config, 'production')).toEqual({});
    const { receipt, reservation } = await readKnownRecord(
      { ...config, name: 'another' },
      'production',
    );
    expect([receipt?.recordId, reservation?.depositionId]).toEqual([90, 91]);
    await expect(readOwnReceipt(config, config.receipt)).rejects.toMatchObject({
      code: 'NZ9023',
      message: expect.stringContaining('another v1.2'),
    });
    expect((await readReceipt(config, config.receipt)).recordId).toBe(91);
  });

  it('when every version has a folder, they are found there', async () => {
    await put('archive/v1.0/zenodo.json', savedReceipt(10, 'v1.0'));
    await put('archive/v1.2/zenodo.json', savedReceipt(12, 'v1.2'));
    expect(await versions(configOf('archive/{version}/zenodo.json'))).toEqual(['v1.0', 'v1.2']);
  });

  it('when there are none, there are none', async () => {
    expect(await versions(configOf())).toEqual([]);
  });

  it('when only an earlier version was published from here, its record is the one that is continued', async () => {
    await put('docs/releases/v1.1-ZENODO.json', savedReceipt(11, 'v1.1'));
    const known = await readKnownRecord(configOf(), 'production');
    expect(known.receipt?.release.version).toBe('v1.1');
    expect(await readKnownRecord(configOf(), 'sandbox')).toEqual({});
  });
});
