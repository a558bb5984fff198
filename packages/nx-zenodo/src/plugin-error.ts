import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** What the plugin itself refuses: configuration (NZ20xx) and environment, gate, confirmation (NZ90xx). */
export class PluginError extends CodedError {
  /** From a list that is known to hold at least one finding. */
  static of(findings: readonly Finding[]): PluginError {
    const [first, ...others] = findings;
    if (first === undefined) throw new RangeError('A coded error needs a finding.');
    return new PluginError([first, ...others]);
  }
}
