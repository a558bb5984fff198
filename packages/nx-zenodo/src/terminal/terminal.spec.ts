import { describe, expect, it } from '@jest/globals';
import { byteCount } from './byte-count.js';
import { confirmationQuestion, confirmsVersion, isYes } from './confirmation.js';

describe('a byte count', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [56_400, '56.4 kB'],
    [50_000_000_000, '50.0 GB'],
  ])('when it is %d, it reads %s', (bytes, text) => {
    expect(byteCount(bytes)).toBe(text);
  });
});

describe('a confirmation', () => {
  it.each([
    ['y', true],
    ['Y', true],
    ['yes', true],
    [' y ', true],
    ['', false],
    ['n', false],
    ['yep', false],
    ['any', false],
    ['no yes', false],
    ['v0.02-final', false],
    [null, false],
  ])('when the answer is %j, it is %s', (answer, yes) => {
    expect(isYes(answer)).toBe(yes);
  });

  it('when the version is named exactly, it confirms; anything else does not', () => {
    expect(confirmsVersion('v0.02-final', 'v0.02-final')).toBe(true);
    for (const other of [undefined, '', 'v0.02', 'V0.02-FINAL', 'true']) {
      expect(confirmsVersion(other, 'v0.02-final')).toBe(false);
    }
  });

  it('when production is asked about, it says that it is for good', () => {
    const request = { apiUrl: 'https://zenodo.org/api', version: 'v1', fileCount: 6 };
    expect(confirmationQuestion({ ...request, environment: 'production' })).toBe(
      'This will publish v1, 6 files to production Zenodo (https://zenodo.org/api), for good. Continue? (y/N) ',
    );
    expect(confirmationQuestion({ ...request, environment: 'sandbox' })).toBe(
      'Using the sandbox environment: https://zenodo.org/api\nPublish v1, 6 files? (y/N) ',
    );
  });
});
