import * as v from 'valibot';

const outside = (path: string): boolean =>
  path.includes('\0') ||
  path.includes('\\') ||
  path.startsWith('/') ||
  /^[A-Za-z]:/.test(path) ||
  path.split('/').some((segment) => segment === '..' || segment === '.' || segment === '');

/** A POSIX path below the folder of zenodo.release.json: no `..`, no absolute path, no drive letter. */
export const releasePathSchema = v.pipe(
  v.string(),
  v.check(
    (path) => !outside(path),
    'must be a path below the folder of zenodo.release.json, written with "/"',
  ),
);

/** A glob below the folder of zenodo.release.json. */
export const releaseGlobSchema = v.pipe(
  releasePathSchema,
  v.description('Glob below the folder of zenodo.release.json, for example docs/**/*.md'),
);
