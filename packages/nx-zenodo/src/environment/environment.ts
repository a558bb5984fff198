import type { Finding } from '@nx-zenodo/findings';

/** Where a release is published. `local` is the embedded Zenodo and the default. */
export type EnvironmentName = 'local' | 'sandbox' | 'production';

/** Port of the embedded Zenodo: part of every record address, so it does not move by itself. */
export const localPort = 5072;

/** Default API of each environment; ZENODO_LOCAL_PORT moves the local one. */
export const environmentApis: Record<EnvironmentName, string> = {
  local: `http://127.0.0.1:${localPort}/api`,
  sandbox: 'https://sandbox.zenodo.org/api',
  production: 'https://zenodo.org/api',
};

const hostEnvironments: Record<string, EnvironmentName> = {
  'zenodo.org': 'production',
  'www.zenodo.org': 'production',
  'sandbox.zenodo.org': 'sandbox',
};

/** Variables that are asked for the token, most particular first. */
const tokenVariables: Record<EnvironmentName, readonly string[]> = {
  local: ['ZENODO_TOKEN'],
  sandbox: ['ZENODO_SANDBOX_TOKEN', 'ZENODO_TOKEN'],
  production: ['ZENODO_PRODUCTION_TOKEN', 'ZENODO_TOKEN'],
};

/** A decided environment. */
export interface Environment {
  readonly name: EnvironmentName;
  /** Base of the API without a trailing slash. */
  readonly apiUrl: string;
  /** True when the plugin starts (or finds) the local Zenodo itself. */
  readonly embedded: boolean;
  /** Never printed, never written; null for the embedded Zenodo, which has its own. */
  readonly token: string | null;
}

/**
 * Decides where to publish from the named environment and the variables ZENODO_API, ZENODO_TOKEN,
 * ZENODO_SANDBOX_TOKEN and ZENODO_PRODUCTION_TOKEN. Production has to be named: no variable can
 * turn another environment into it.
 */
export function resolveEnvironment(
  name: EnvironmentName,
  variables: Readonly<Record<string, string | undefined>>,
): { environment: Environment | null; findings: Finding[] } {
  const { apiUrl, embedded } = addressed(name, variables);
  const names = tokenVariables[name];
  // The embedded Zenodo has a token of its own: one that was exported for the real service stays unread.
  const token = embedded
    ? undefined
    : names.map((key) => present(variables[key])).find((value) => value !== undefined);
  const findings = [
    ...checkApi(name, apiUrl),
    ...(token === undefined && !embedded ? [missingToken(name, names)] : []),
  ];
  const environment = { name, apiUrl, embedded, token: token ?? null };
  return { environment: findings.length === 0 ? environment : null, findings };
}

/** The same for who only reads what is public: a token goes along where there is one, and may be missing. */
export function resolveReader(
  name: EnvironmentName,
  variables: Readonly<Record<string, string | undefined>>,
): { environment: Environment | null; findings: Finding[] } {
  const { environment, findings } = resolveEnvironment(name, variables);
  if (findings.every(({ code }) => code === 'NZ9010')) {
    const { apiUrl, embedded } = addressed(name, variables);
    return { environment: environment ?? { name, apiUrl, embedded, token: null }, findings: [] };
  }
  return { environment: null, findings: findings.filter(({ code }) => code !== 'NZ9010') };
}

function addressed(
  name: EnvironmentName,
  variables: Readonly<Record<string, string | undefined>>,
): Pick<Environment, 'apiUrl' | 'embedded'> {
  const configured = present(variables['ZENODO_API']);
  const apiUrl = (configured ?? defaultApi(name, variables)).replace(/\/+$/, '');
  return { apiUrl, embedded: name === 'local' && configured === undefined };
}

function defaultApi(
  name: EnvironmentName,
  variables: Readonly<Record<string, string | undefined>>,
) {
  const port = present(variables['ZENODO_LOCAL_PORT']);
  return name === 'local' && port !== undefined
    ? `http://127.0.0.1:${port}/api`
    : environmentApis[name];
}

function present(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function missingToken(name: EnvironmentName, names: readonly string[]): Finding {
  return {
    code: 'NZ9010',
    severity: 'error',
    message: `No token for the ${name} environment: ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} not set.`,
    cure: `Create a personal access token with the scopes deposit:write and deposit:actions, and export it as ${names[0]}.`,
  };
}

function checkApi(name: EnvironmentName, apiUrl: string): Finding[] {
  if (!URL.canParse(apiUrl)) {
    return [
      apiFinding(
        'NZ9011',
        `ZENODO_API is not a URL.`,
        'Set it to the base of the API, ending in /api.',
      ),
    ];
  }
  const url = new URL(apiUrl);
  const belongsTo = hostEnvironments[url.hostname];
  if (belongsTo !== undefined && belongsTo !== name) {
    return [
      apiFinding(
        'NZ9012',
        `ZENODO_API names the ${belongsTo} service, but the environment is ${name}.`,
        `Run the configuration that names it (…:zenodo-deploy:${belongsTo}), or unset ZENODO_API.`,
      ),
    ];
  }
  if (name === 'production' && belongsTo !== 'production') {
    return [
      apiFinding(
        'NZ9012',
        `The production environment is ${environmentApis.production}, but ZENODO_API names ${url.host}.`,
        'Unset ZENODO_API, or run another environment.',
      ),
    ];
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return [
      apiFinding(
        'NZ9011',
        'ZENODO_API carries more than an address.',
        'Keep only scheme, host and path; tokens belong in ZENODO_TOKEN.',
      ),
    ];
  }
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    return [
      apiFinding(
        'NZ9013',
        `ZENODO_API is not https, and ${url.hostname} is not this machine.`,
        'Use the https address: a token is never sent in the clear.',
      ),
    ];
  }
  return [];
}

function isLoopback(url: URL): boolean {
  return (
    url.protocol === 'http:' &&
    (url.hostname === 'localhost' ||
      url.hostname === '[::1]' ||
      /^127(\.\d{1,3}){3}$/.test(url.hostname))
  );
}

function apiFinding(code: 'NZ9011' | 'NZ9012' | 'NZ9013', message: string, cure: string): Finding {
  return { code, severity: 'error', message, cure, place: { field: 'ZENODO_API' } };
}
