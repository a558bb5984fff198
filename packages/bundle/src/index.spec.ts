import { describe, expect, it } from '@jest/globals';
import * as door from './index.js';

describe('the public door', () => {
  it('when the package is imported, it offers exactly these names', () => {
    expect(Object.keys(door).sort()).toEqual([
      'BundleError',
      'buildBundle',
      'bundleLayoutSchema',
      'bundleSha256',
      'checkBundle',
      'checkBundleAtTag',
      'checkZenodoLimits',
      'decodeBundle',
      'formatBundle',
      'stageRepository',
      'zenodoLimits',
    ]);
  });
});
