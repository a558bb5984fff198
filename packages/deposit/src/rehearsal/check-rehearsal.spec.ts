import { bundleSha256 } from '@nx-zenodo/bundle';
import { describe, expect, it } from '@jest/globals';
import type { SavedReceipt } from '../receipt/deposit-receipt.js';
import { sampleBundle } from '../testing/sample-release.js';
import { checkRehearsal } from './check-rehearsal.js';

const bundle = sampleBundle({ 'a.txt': 'alpha' });
const production = 'https://zenodo.org';
const receipt = (origin: string, digest: string): SavedReceipt =>
  ({
    environment: { name: 'sandbox', origin },
    chain: { bundleSha256: digest },
  }) as SavedReceipt;
const sandbox = 'https://sandbox.zenodo.org';

describe('the rehearsal', () => {
  it('when the same bundle was published on another service, it is there', () => {
    expect(checkRehearsal(bundle, [receipt(sandbox, bundleSha256(bundle))], production)).toBeNull();
  });

  it.each([
    [[]],
    [[receipt(sandbox, '0'.repeat(64))]],
    [[receipt(production, bundleSha256(bundle))]],
  ])('when it was not, or another one was, or only here, it is missing', (receipts) => {
    expect(checkRehearsal(bundle, receipts, production)).toMatchObject({
      code: 'NZ6023',
      severity: 'error',
    });
  });

  it('when it is missing, it tells what the last one published, or that there was none', () => {
    const others = ['1', '2'].map((digit) => receipt(sandbox, digit.repeat(64)));
    const told = (receipts: readonly SavedReceipt[]) =>
      checkRehearsal(bundle, receipts, production)?.message;
    expect(told(others)).toMatch(/the rehearsal on sandbox published 2{12}…\.$/);
    expect(told([])).toContain(`The bundle ${bundleSha256(bundle).slice(0, 12)}… was not`);
    expect(told([])).toContain('no receipt of a rehearsal was found');
  });
});
