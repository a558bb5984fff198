import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '@nx-zenodo/findings';
import { diffManifests, formatDifference, parseManifest } from '@nx-zenodo/manifest';
import { readOutput } from '../../chain/release-output.js';
import { PluginError } from '../../plugin-error.js';
import { executor } from '../run.js';

export default executor('manifest-diff', async ({ config, options, workspaceRoot, say }) => {
  const before = parseManifest(await readOther(workspaceRoot, options.against));
  const after = parseManifest(await readOutput(config.root, 'manifest'));
  const difference = diffManifests(before, after);
  say(options.json ? JSON.stringify(difference, null, 2) : formatDifference(difference));
});

async function readOther(root: string, file: string): Promise<string> {
  try {
    const path = join(root, file);
    // To open a named pipe would wait for its writer.
    if (!(await stat(path)).isFile()) throw new Error('It is no regular file.');
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new PluginError([otherUnreadable(file)], { cause });
  }
}

function otherUnreadable(file: string): Finding {
  return {
    code: 'NZ9024',
    severity: 'error',
    message: 'The other manifest cannot be read, or is no regular file.',
    cure: 'Name a RELEASE_MANIFEST.json with --against, relative to the workspace.',
    place: { file },
  };
}
