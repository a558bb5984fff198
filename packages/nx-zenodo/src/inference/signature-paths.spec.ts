import { describe, expect, it } from '@jest/globals';
import { signaturePaths } from './signature-paths.js';

const digest = 'a'.repeat(64);

describe('the names in a checksum list', () => {
  it('when it is of sha256sum, sha512sum or shasum --tag, each name is there once', () => {
    const list = [
      '# frozen',
      `${digest}  b c.txt`,
      `${digest} *a`,
      `${digest}${digest}  wide\r`,
      `SHA256 (tagged (1)) = ${digest}`,
      `${digest}  ./a`,
      '',
    ];
    expect(signaturePaths(list.join('\n'))).toEqual(['b c.txt', 'a', 'wide', 'tagged (1)']);
  });

  it.each([
    `\\${digest}  line\\nbreak`,
    `${digest.slice(32)}  md5`,
    `${digest}  ../outside`,
    `${digest}  a//b`,
    `${digest}  a/./b`,
    `12,${digest},hashdeep`,
  ])('when a line is %j, nothing is known', (line) => {
    expect(signaturePaths(`${digest}  a\n${line}\n`)).toBeNull();
  });
});
