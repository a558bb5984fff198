import { parseConfig } from '../../release-config/parse.js';
import { readConfigText } from '../../release-config/node/read.js';
import { PluginError } from '../../plugin-error.js';
import { writtenArchiveConfigSchema } from '../archive-schema.js';
import type { ArchiveConfig } from '../archive-schema.js';

/**
 * Reads `<root>/<file>` (zenodo.archive.json).
 * @throws PluginError NZ2001 when it cannot be read, NZ2002 to NZ2004 with every finding in it.
 */
export async function readArchiveConfig(root: string, file: string): Promise<ArchiveConfig> {
  const text = await readConfigText(root, file);
  const { value, findings } = parseConfig(text, file, writtenArchiveConfigSchema);
  if (value === null) throw PluginError.of(findings);
  return { ...value, root, file };
}
