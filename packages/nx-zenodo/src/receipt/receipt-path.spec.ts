import { describe, expect, it } from '@jest/globals';
import { environmentReceiptPath, mayReplace } from './receipt-path.js';

describe('receipts', () => {
  it('when a release goes through several environments, each keeps its own', () => {
    expect(environmentReceiptPath('local')).toBe('dist/release/receipts/local.json');
    expect(environmentReceiptPath('production')).toBe('dist/release/receipts/production.json');
  });

  it.each([
    [null, 'local', true],
    ['local', 'sandbox', true],
    ['sandbox', 'local', true],
    ['sandbox', 'production', true],
    ['production', 'production', true],
    ['production', 'local', false],
    ['production', 'sandbox', false],
  ] as const)('when one of %s stands, one of %s replaces it: %s', (standing, next, may) => {
    expect(mayReplace(standing, next)).toBe(may);
  });
});
