import { PluginError } from '../../plugin-error.js';
import { resolveEnvironment, resolveReader } from '../environment.js';
import type { Environment, EnvironmentName } from '../environment.js';
import { openLocalZenodo } from './local-zenodo.js';

/** A Zenodo that can be talked to. */
export interface DeployTarget {
  readonly apiUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

/**
 * Decides the environment from its name and the process's variables.
 * @throws PluginError NZ9010 to NZ9013 with every finding.
 */
export function decideEnvironment(name: EnvironmentName): Environment {
  const { environment, findings } = resolveEnvironment(name, process.env);
  if (environment === null) throw PluginError.of(findings);
  return environment;
}

/**
 * For the embedded environment: starts or finds the local Zenodo.
 * @throws SandboxError when its store or its port is taken.
 */
export async function openTarget(
  environment: Environment,
  workspaceRoot: string,
): Promise<DeployTarget> {
  const { apiUrl, token, embedded } = environment;
  if (embedded) return openLocalZenodo(apiUrl, workspaceRoot);
  return { apiUrl, token: token ?? '', close: () => Promise.resolve() };
}

/** A Zenodo that can be read, by somebody or by anybody. */
export interface ReadTarget {
  readonly apiUrl: string;
  /** Null where no token is set: public records are read all the same. */
  readonly token: string | null;
  close(): Promise<void>;
}

/**
 * A Zenodo to read public records from; a token is not needed.
 * @throws PluginError NZ9011 to NZ9013, SandboxError when store or port of the local Zenodo are taken.
 */
export async function openReader(
  name: EnvironmentName,
  workspaceRoot: string,
): Promise<ReadTarget> {
  const { environment, findings } = resolveReader(name, process.env);
  if (environment === null) throw PluginError.of(findings);
  if (environment.embedded) return openTarget(environment, workspaceRoot);
  const { apiUrl, token } = environment;
  return { apiUrl, token, close: () => Promise.resolve() };
}
