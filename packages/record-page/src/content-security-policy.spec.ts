import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { badgeHeaders, pageHeaders } from './content-security-policy.js';
import { script } from './script/script.js';
import { samplePages } from './testing/sample-pages.js';

const policy = pageHeaders['Content-Security-Policy'] ?? '';

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the content security policy', () => {
  it('when any page is drawn, its script and its styles are those that the policy names', () => {
    for (const page of Object.values(samplePages)) {
      const [, ran = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
      const [, styled = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
      expect(policy).toContain(`script-src 'sha256-${hashOf(ran)}'`);
      expect(policy).toContain(`style-src 'sha256-${hashOf(styled)}'`);
    }
  });

  it('when it is read, nothing is allowed by default, and nothing unsafe at all', () => {
    expect(policy.startsWith(`default-src 'none'; `)).toBe(true);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain(`base-uri 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
  });

  it('when headers are sent, none holds a line end', () => {
    for (const value of Object.values({ ...pageHeaders, ...badgeHeaders })) {
      expect(value).toMatch(/^[ -~]+$/);
    }
  });

  it('when the script is parsed, it is a script, and cannot end its element', () => {
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/<\/script|<!--/i);
  });
});
