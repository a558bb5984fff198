/** What `freeze` signs, as zenodo.release.json says it. */
export interface FrozenGlobs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The release's own files: they name the signature or are proved by digest further down the chain. */
export const ownFiles: readonly string[] = [
  'zenodo.release.json',
  'zenodo.metadata.json',
  'project.json',
  'nx.json',
  'nx',
  'nx.bat',
];

// Made anew by builds and tests, even where nobody told git to ignore them.
const madeAnew = new Set([
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  'tmp',
  'node_modules',
  'venv',
  '__pycache__',
]);
const receipts = 'docs/releases/*-ZENODO.json';

/**
 * Chooses what is frozen: every file of the top level by its name, every folder as a whole, without
 * dot files, without what builds make, without what git ignores inside of them, and without the
 * receipts that publication adds later. `signature` is the checksum list itself.
 */
export function chooseFrozen(
  files: readonly string[],
  ignored: readonly string[],
  signature: string,
): FrozenGlobs {
  const visible = files.filter((path) => !path.startsWith('.'));
  const top = visible.filter(
    (path) => !path.includes('/') && path !== signature && !ownFiles.includes(path),
  );
  const folders = [
    ...new Set(visible.filter((path) => path.includes('/')).map((path) => path.split('/')[0])),
  ]
    .filter((folder) => folder !== undefined)
    .filter((folder) => !madeAnew.has(folder));
  const inFolders = ignored.filter((path) => folders.includes(path.split('/')[0] ?? ''));
  return {
    include: [...top.map(literal), ...folders.map((folder) => `${literal(folder)}/**`)],
    exclude: [
      ...new Set([
        ...(folders.includes('docs') ? [receipts] : []),
        ...(folders.some((folder) => signature.startsWith(`${folder}/`)) ? [signature] : []),
        ...inFolders.map(excludeGlob),
      ]),
    ],
  };
}

function excludeGlob(path: string): string {
  if (!path.endsWith('/')) return literal(path);
  const name = path.slice(0, -1).split('/').at(-1) ?? '';
  return madeAnew.has(name) || name.startsWith('.') ? `**/${name}/**` : `${literal(path)}**`;
}

// A name that happens to hold glob characters stands for itself.
function literal(path: string): string {
  return path.replace(/[*?[\]{}()!]/g, '?');
}
