import { describe, expect, it } from '@jest/globals';
import { isForeignPage, originOf } from './own-host.js';

const url = 'http://127.0.0.1:5072';

describe('who may address a server on loopback', () => {
  it.each(['127.0.0.1:5072', 'localhost:5072', '[::1]:5072', 'localhost'])(
    'when it is called %s, it answers under that name',
    (host) => expect(originOf(host, url)).toBe(`http://${host}`),
  );

  it.each(['evil.example:5072', '127.0.0.1.evil.example', 'localhost:5072\r\nX: y', ''])(
    'when it is called %j, it does not answer',
    (host) => expect(originOf(host, url)).toBeUndefined(),
  );

  it('when it listens for others, it takes the name they know it by', () => {
    expect(originOf('zenodo.lab:80', 'http://0.0.0.0:80')).toBe('http://zenodo.lab:80');
    expect(originOf('zenodo.lab/x', 'http://0.0.0.0:80')).toBeUndefined();
  });

  it('when a page of another machine writes, it is refused; of this machine, it is not', () => {
    expect(isForeignPage('POST', 'https://evil.example', url)).toBe(true);
    expect(isForeignPage('POST', 'null', url)).toBe(true);
    expect(isForeignPage('GET', 'https://evil.example', url)).toBe(false);
    expect(isForeignPage('POST', 'http://localhost:3000', url)).toBe(false);
    expect(isForeignPage('POST', undefined, url)).toBe(false);
  });
});
