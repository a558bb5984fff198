import { describe, expect, it } from '@jest/globals';
import * as door from './index.js';

describe('the public door', () => {
  it('when opened, it has exactly these names', () => {
    expect(Object.keys(door).sort()).toEqual([
      'LOCAL_TOKEN',
      'SandboxError',
      'findSandbox',
      'holdLease',
      'runCommand',
      'startSandbox',
    ]);
  });
});
