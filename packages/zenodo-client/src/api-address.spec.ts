import { describe, expect, it } from '@jest/globals';
import { createZenodoClient } from './index.js';

const token = 't';
const client = (apiUrl: string) => createZenodoClient({ apiUrl, token });
const code = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'made';
};

describe('the API URL', () => {
  it.each(['https://zenodo.example/api/', 'https://zenodo.example/api//'])(
    'when it ends with slashes (%s), they are dropped',
    (url) => {
      expect(client(url)).toMatchObject({
        apiUrl: 'https://zenodo.example/api',
        origin: 'https://zenodo.example',
      });
    },
  );

  it.each(['http://localhost:1/api', 'http://127.0.0.1:1/api', 'http://[::1]:1/api'])(
    'when it is plain http on loopback (%s), it is taken',
    (url) => expect(client(url).apiUrl).toBe(url),
  );

  it.each([
    '',
    '/api',
    'ftp://zenodo.example/api',
    'http://zenodo.example/api',
    'http://localhost.example/api',
    'http://127.0.0.1.example/api',
    'http://notlocalhost/api',
    'https://user:secret@zenodo.example/api',
    'https://secret@zenodo.example/api',
    'https://:secret@zenodo.example/api',
    'https://zenodo.example/api?access_token=secret',
    'https://zenodo.example/api#secret',
  ])('when it is %s, it is refused without being repeated', (url) => {
    expect(code(() => client(url))).toBe('NZ5005');
    expect(() => client(url)).not.toThrow('secret');
  });
});

describe('the token', () => {
  it.each([undefined, '', ' ', 'a b', 'a\nx-forged: 1', 'ü', '"a"', "'a'"])(
    'when it is %j, it is refused',
    (bad) => {
      const make = () => createZenodoClient({ apiUrl: 'https://zenodo.example/api', token: bad });
      expect(code(make)).toBe('NZ5002');
    },
  );
});
