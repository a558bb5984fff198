// What of these patterns is there already, in the spellings that mean the same at the root.
const spellings = (path: string): string[] => {
  const bare = path.replace(/\/$/, '');
  return [bare, `${bare}/`, `/${bare}`, `/${bare}/`, `**/${bare}`, `**/${bare}/`];
};

// A pattern without a slash in the middle holds in every folder; one that begins with it only at the root.
const anywhere = (name: string): string[] => [name, `${name}/`, `**/${name}`, `**/${name}/`];

interface Generated {
  readonly path: string;
  readonly coveredBy: readonly string[];
}

/** Folders that a workspace with releases never commits, and what covers each of them. */
const ofReleases: readonly Generated[] = [
  // The store of the local Zenodo.
  { path: '.zenodo-sandbox/', coveredBy: spellings('.zenodo-sandbox') },
  // What the chain writes between its targets, beside each release.
  {
    path: '**/dist/release/',
    coveredBy: ['**/dist/release', '**/dist/release/', ...anywhere('dist')],
  },
];

/** What `archive` makes, beside each zenodo.archive.json. */
const ofArchives: readonly Generated[] = [
  {
    path: '**/dist/archive/',
    coveredBy: ['**/dist/archive', '**/dist/archive/', ...anywhere('dist')],
  },
];

/** .gitignore with the generated folders in it; the same text when all of them are covered. */
export function withIgnoredFolders(gitignore: string, archives = false): string {
  const generated = archives ? [...ofReleases, ...ofArchives] : ofReleases;
  const lines = new Set(gitignore.split(/\r?\n/).map((line) => line.trim()));
  const missing = generated
    .filter(({ coveredBy }) => !coveredBy.some((line) => lines.has(line)))
    .map(({ path }) => path);
  if (missing.length === 0) return gitignore;
  const eol = gitignore.includes('\r\n') ? '\r\n' : '\n';
  const open = gitignore === '' || gitignore.endsWith('\n') ? '' : eol;
  return `${gitignore}${open}${missing.map((path) => `${path}${eol}`).join('')}`;
}
