import { PluginError } from '../../plugin-error.js';
import { resolveEnvironment } from '../environment.js';
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
