import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { recogniseLicense } from '../source/license-text.js';
import { licenseTemplates } from './license-templates.js';

const templates = [...licenseTemplates()];

describe('the texts of common licences', () => {
  it('when each is looked at, it is recognised as itself and no other', () => {
    const confused = templates.filter(
      ({ id, text }) => recogniseLicense(text, templates)?.id !== id,
    );
    expect(confused.map(({ id }) => id)).toEqual([]);
    expect(templates.length).toBeGreaterThan(30);
  });

  it('when it is the licence of this repository, it is MIT', () => {
    const text = readFileSync(new URL('../../../../LICENSE', import.meta.url), 'utf8');
    const guess = recogniseLicense(text, templates);
    expect(guess?.id).toBe('MIT');
    expect(guess?.confidence).toBeGreaterThan(0.95);
  });
});
