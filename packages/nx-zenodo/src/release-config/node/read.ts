import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PluginError } from '../../plugin-error.js';
import { parseReleaseConfig } from '../parse.js';
import type { ReleaseConfig } from '../release-config.js';

/**
 * Reads `<root>/<file>` (zenodo.release.json).
 * @throws PluginError NZ2001 when it cannot be read, NZ2002 to NZ2004 with every finding in it.
 */
export async function readReleaseConfig(root: string, file: string): Promise<ReleaseConfig> {
  const { config, findings } = parseReleaseConfig(await readConfigText(root, file), root, file);
  if (config === null) throw PluginError.of(findings);
  return config;
}

/**
 * Text of a configuration.
 * @throws PluginError NZ2001 when it cannot be read.
 */
export async function readConfigText(root: string, file: string): Promise<string> {
  try {
    return await readFile(join(root, file), 'utf8');
  } catch (cause) {
    throw new PluginError(
      [
        {
          code: 'NZ2001',
          severity: 'error',
          message: 'The release configuration cannot be read.',
          cure: 'Create it beside the project, or name it with the option `config`.',
          place: { file },
        },
      ],
      { cause },
    );
  }
}
