import type { EnvironmentName } from '../environment/environment.js';
import { outputFolder } from '../release-config/release-config.js';

/** Environments in the order in which a release goes through them. */
export const environmentOrder: readonly EnvironmentName[] = ['local', 'sandbox', 'production'];

/**
 * Where the receipt of one environment is kept below the release root. The path that the configuration
 * names holds the last one; a rehearsal must not lose the receipt that it is compared with.
 */
export function environmentReceiptPath(environment: EnvironmentName): string {
  return `${outputFolder}/receipts/${environment}.json`;
}

/** A receipt of a record that stands for good is never replaced by one of a rehearsal. */
export function mayReplace(standing: string | null, environment: EnvironmentName): boolean {
  return standing !== 'production' || environment === 'production';
}
