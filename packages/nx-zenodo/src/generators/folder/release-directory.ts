import type { Finding } from '@nx-zenodo/findings';
import { getProjects } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { PluginError } from '../../plugin-error.js';

/**
 * The folder that is meant by a project's name or a path, relative to the workspace root; '' is the
 * root itself.
 * @throws PluginError NZ9102 when it is outside of the workspace or not there.
 */
export function releaseDirectory(tree: Tree, written: string): string {
  const named = getProjects(tree).get(written)?.root;
  const path = (named ?? written).replaceAll('\\', '/').replace(/^(\.\/)+|\/+$/g, '');
  const segments = path === '' || path === '.' ? [] : path.split('/');
  if (/^([A-Za-z]:|\/)/.test(path) || segments.includes('..') || path.includes('\0')) {
    throw PluginError.of([notAFolder(written, 'is not inside of the workspace')]);
  }
  const directory = segments.join('/');
  if (directory !== '' && (!tree.exists(directory) || tree.isFile(directory))) {
    throw PluginError.of([notAFolder(written, 'is neither a folder nor a project')]);
  }
  return directory;
}

function notAFolder(written: string, what: string): Finding {
  return {
    code: 'NZ9102',
    severity: 'error',
    message: `"${written}" ${what}.`,
    cure: 'Name a folder relative to the workspace root, or a project; nothing was written.',
    place: { field: 'directory' },
  };
}
