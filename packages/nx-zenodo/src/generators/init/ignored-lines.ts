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

/** What a workspace publishes: releases of their own, or the repository at its tags. */
export type Published = 'releases' | 'archives';

const ofReleases: readonly Generated[] = [
  // The store of the local Zenodo.
  { path: '.zenodo-sandbox/', coveredBy: spellings('.zenodo-sandbox') },
  // What the chain writes between its targets, beside each release.
  {
    path: '**/dist/release/',
    coveredBy: ['**/dist/release', '**/dist/release/', ...anywhere('dist')],
  },
];

const ofArchives: readonly Generated[] = [
  ...ofReleases,
  // What `archive` makes, beside each zenodo.archive.json.
  {
    path: '**/dist/archive/',
    coveredBy: ['**/dist/archive', '**/dist/archive/', ...anywhere('dist')],
  },
];

/** Folders that are never committed, and what covers each of them. */
const generated: Readonly<Record<Published, readonly Generated[]>> = {
  releases: ofReleases,
  archives: ofArchives,
};

/** .gitignore with the generated folders in it; the same text when all of them are covered. */
export function withIgnoredFolders(gitignore: string, published: Published): string {
  const lines = new Set(gitignore.split(/\r?\n/).map((line) => line.trim()));
  const missing = generated[published]
    .filter(({ coveredBy }) => !coveredBy.some((line) => lines.has(line)))
    .map(({ path }) => path);
  if (missing.length === 0) return gitignore;
  const eol = gitignore.includes('\r\n') ? '\r\n' : '\n';
  const open = gitignore === '' || gitignore.endsWith('\n') ? '' : eol;
  return `${gitignore}${open}${missing.map((path) => `${path}${eol}`).join('')}`;
}
