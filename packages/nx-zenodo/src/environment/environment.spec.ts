import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { environmentApis, resolveEnvironment, resolveReader } from './environment.js';
import type { EnvironmentName } from './environment.js';

const codes = (name: EnvironmentName, variables: Record<string, string>) =>
  resolveEnvironment(name, variables).findings.map((finding) => finding.code);

describe('the environment', () => {
  it('when nothing is set, it is the embedded local Zenodo and needs no token', () => {
    const { environment, findings } = resolveEnvironment('local', {});
    expect(findings).toEqual([]);
    expect(environment).toEqual({
      name: 'local',
      apiUrl: 'http://127.0.0.1:5072/api',
      embedded: true,
      token: null,
    });
  });

  it('when a token for the real service is exported, the embedded Zenodo never reads it', () => {
    const { environment } = resolveEnvironment('local', { ZENODO_TOKEN: 'secret' });
    expect(environment?.token).toBeNull();
  });

  it('when ZENODO_LOCAL_PORT is set, the embedded Zenodo listens there', () => {
    expect(resolveEnvironment('local', { ZENODO_LOCAL_PORT: '7001' }).environment?.apiUrl).toBe(
      'http://127.0.0.1:7001/api',
    );
  });

  it('when sandbox and general token are both set, the particular one wins', () => {
    const variables = { ZENODO_SANDBOX_TOKEN: 'particular', ZENODO_TOKEN: 'general' };
    expect(resolveEnvironment('sandbox', variables).environment).toMatchObject({
      token: 'particular',
      apiUrl: environmentApis.sandbox,
      embedded: false,
    });
  });

  it.each([
    ['sandbox', {}, ['NZ9010']],
    ['production', { ZENODO_SANDBOX_TOKEN: 'x' }, ['NZ9010']],
    ['local', { ZENODO_API: 'http://127.0.0.1:9/api' }, ['NZ9010']],
    ['local', { ZENODO_API: 'not a url', ZENODO_TOKEN: 'x' }, ['NZ9011']],
    [
      'sandbox',
      { ZENODO_API: 'http://127.0.0.1/api?access_token=x', ZENODO_TOKEN: 'x' },
      ['NZ9011'],
    ],
    ['local', { ZENODO_API: 'https://zenodo.org/api', ZENODO_TOKEN: 'x' }, ['NZ9012']],
    ['sandbox', { ZENODO_API: 'https://zenodo.org/api', ZENODO_TOKEN: 'x' }, ['NZ9012']],
    ['production', { ZENODO_API: 'https://zenodo.example.org/api', ZENODO_TOKEN: 'x' }, ['NZ9012']],
    ['production', { ZENODO_API: 'http://127.0.0.1:5072/api', ZENODO_TOKEN: 'x' }, ['NZ9012']],
    ['production', { ZENODO_API: 'http://zenodo.org/api', ZENODO_TOKEN: 'x' }, ['NZ9013']],
    ['sandbox', { ZENODO_API: 'http://zenodo.example.org/api', ZENODO_TOKEN: 'x' }, ['NZ9013']],
  ] as const)('when %s is asked for with %j, it finds %j', (name, variables, expected) => {
    expect(codes(name, variables)).toEqual(expected);
  });

  it.each([
    'http://localhost:5072/api',
    'http://127.0.0.1/api',
    'http://127.1.2.3:8080/api',
    'http://[::1]:5072/api',
    'https://localhost/api',
    'https://zenodo.example.org/api',
  ])('when a Zenodo of its own stands at %s, it is reached there with the token', (api) => {
    const variables = { ZENODO_API: ` ${api}/ `, ZENODO_TOKEN: ' secret ' };
    expect(resolveEnvironment('local', variables).environment).toEqual({
      name: 'local',
      apiUrl: api,
      embedded: false,
      token: 'secret',
    });
  });

  it.each([
    'http://localhost.example.org/api',
    'http://127.0.0.1.example.org/api',
    'http://10.0.0.1/api',
    'ftp://localhost/api',
  ])('when the token would travel readable to %s, it is refused', (api) => {
    expect(codes('local', { ZENODO_API: api, ZENODO_TOKEN: 'x' })).toEqual(['NZ9013']);
  });

  it('when only spaces are set, nothing is', () => {
    const { findings } = resolveEnvironment('sandbox', { ZENODO_TOKEN: ' ' });
    expect(findings).toMatchObject([
      { code: 'NZ9010', message: expect.stringContaining('ZENODO_TOKEN are not set') },
    ]);
    expect(resolveEnvironment('local', { ZENODO_API: ' ' }).environment?.embedded).toBe(true);
  });

  it('when the address or the token is wrong, both are told in one run', () => {
    expect(codes('sandbox', { ZENODO_API: 'nowhere' })).toEqual(['NZ9011', 'NZ9010']);
  });

  it('when somebody only reads, no token is needed, and one that is there goes along', () => {
    expect(resolveReader('production', {})).toEqual({
      environment: {
        name: 'production',
        apiUrl: environmentApis.production,
        embedded: false,
        token: null,
      },
      findings: [],
    });
    expect(resolveReader('sandbox', { ZENODO_TOKEN: 'x' }).environment?.token).toBe('x');
    expect(resolveReader('local', {}).environment?.embedded).toBe(true);
    const wrong = resolveReader('production', { ZENODO_API: 'https://zenodo.example.org/api' });
    expect([wrong.environment, wrong.findings.map(({ code }) => code)]).toEqual([null, ['NZ9012']]);
  });

  it('whatever the variables are, no finding contains a token', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<EnvironmentName>('local', 'sandbox', 'production'),
        fc.oneof(fc.webUrl(), fc.string(), fc.constant('https://zenodo.org/api')),
        (name, api) => {
          const variables = { ZENODO_API: api, ZENODO_TOKEN: 'T0KEN-of-the-user' };
          expect(JSON.stringify(resolveEnvironment(name, variables).findings)).not.toContain(
            'T0KEN',
          );
        },
      ),
    );
  });

  it('whatever ZENODO_API is, only production leads to production', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<EnvironmentName>('local', 'sandbox'),
        fc.constantFrom(
          'https://zenodo.org/api',
          'https://ZENODO.org/api/',
          'https://www.zenodo.org/api',
          'http://zenodo.org:443/api',
        ),
        (name, api) => {
          expect(
            resolveEnvironment(name, { ZENODO_API: api, ZENODO_TOKEN: 'x' }).environment,
          ).toBeNull();
        },
      ),
    );
  });
});
