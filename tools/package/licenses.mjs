// Licences of everything that a user of our packages installs: the dependencies that npm resolved in
// package-lock.json, followed from each package. Peers are the user's own choice and are left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences (SPDX) that ask for no more than a notice. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Read by a person, for exactly this version; docs/decisions/dependency-licences.md says why. */
const reviewed = new Map([
  ['citeproc@2.4.63', 'CPAL-1.0 OR AGPL-1.0'],
  ['color-convert@0.5.3', 'MIT'],
]);

/** Every dependency of the packages in `folders`: {name, version, license, allowed}, sorted by name. */
export function dependencyLicenses(root, folders) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  const waiting = [...folders];
  while (waiting.length > 0) {
    const path = waiting.pop();
    const { dependencies = {}, optionalDependencies = {} } = packages[path];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const at = resolvedPath(packages, path, name);
      if (at === null || found.has(at)) continue;
      const { link, resolved } = packages[at];
      if (link === true) {
        if (!folders.includes(resolved)) throw new Error(`${name} is no package of ours`);
        continue;
      }
      found.set(at, describe(root, at, packages[at]));
      waiting.push(at);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function describe(root, path, { version, license }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  // The lock repeats what package.json says; a package that says it in an older form says it only there.
  const stated = license ?? statedLicense(join(root, path, 'package.json'));
  const read = reviewed.get(`${name}@${version}`);
  return {
    name,
    version,
    license: read ?? stated,
    allowed: read !== undefined || isAllowed(stated),
  };
}

function statedLicense(file) {
  const { license, licenses = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return license?.type ?? licenses.map(({ type }) => type).join(' OR ');
}

/** "(A OR B)" needs one that is allowed, "A AND B" all of them. */
function isAllowed(license) {
  const expression = license.replace(/^\((.*)\)$/, '$1');
  if (expression.includes(' OR ')) return expression.split(' OR ').some(isAllowed);
  return expression.split(' AND ').every((one) => allowed.has(one));
}

// Where Node finds a dependency: beside the package, or beside one of the folders above it.
function resolvedPath(packages, from, name) {
  const folders = from.split('/');
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const path = [...folders.slice(0, depth), 'node_modules', name].join('/');
    if (packages[path] !== undefined) return path;
  }
  return null;
}
