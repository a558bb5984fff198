import { describe, expect, it } from '@jest/globals';
import * as door from './index.js';

describe('the public door', () => {
  it('when the package is imported, it offers exactly these names', () => {
    expect(Object.keys(door).sort()).toEqual([
      'ValidationError',
      'canonicalSha256',
      'checkReport',
      'checkedPaths',
      'declaredCheckSchema',
      'declaredChecksSchema',
      'decodeChecks',
      'decodeValidationReport',
      'formatCanonicalJson',
      'formatValidationReport',
      'runChecks',
      'validationEntries',
    ]);
  });
});
