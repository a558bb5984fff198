import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { FindingCollector, mostOfOneCode } from './finding-collector.js';
import { nothingListed } from './list-findings.js';
import { quote } from './quote.js';

describe('a name in a finding', () => {
  it('when it holds what could forge a line of the terminal, that is escaped', () => {
    expect(quote('a\u001b[2K\nb')).toBe('"a\\u{1b}[2K\\u{a}b"');
    expect(quote('exe\u202egpj')).toBe('"exe\\u{202e}gpj"');
    expect(quote('é \u{1F600}')).toBe('"é \u{1F600}"');
  });

  it('when it is endless, it is cut', () => {
    expect(quote('x'.repeat(5000))).toHaveLength(303);
  });
});

describe('findings of one code', () => {
  it('when there are more than can be told, the rest is counted and never made', () => {
    const findings = new FindingCollector();
    let made = 0;
    for (let at = 0; at < mostOfOneCode + 7; at += 1) {
      findings.addLazily('NZ1003', () => {
        made += 1;
        return nothingListed('S');
      });
    }
    expect(made).toBe(mostOfOneCode);
    const all = findings.all();
    expect(all).toHaveLength(mostOfOneCode + 1);
    expect(all.at(-1)).toMatchObject({ code: 'NZ1018', message: expect.stringContaining(' 7 ') });
  });
});

describe('the codes of this package', () => {
  it('when a code exists, it has its page, which names it', () => {
    const source = readFileSync(new URL('./fixity-error.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/'(NZ\d{4})'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) {
      const page = new URL(`../../../../docs/errors/${code}.md`, import.meta.url);
      expect(existsSync(page) && readFileSync(page, 'utf8').startsWith(`# ${code}: `)).toBe(true);
    }
  });
});
