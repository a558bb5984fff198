// Which package may import which of ours: the table of ARCHITECTURE.md, held by @nx/enforce-module-boundaries.
const mayImport = {
  findings: [],
  fixity: ['findings'],
  validation: ['findings'],
  'zenodo-api': ['findings'],
  manifest: ['findings', 'fixity', 'validation'],
  metadata: ['findings', 'manifest', 'zenodo-api'],
  bundle: ['findings', 'fixity', 'manifest', 'metadata'],
  'record-page': ['zenodo-api'],
  'zenodo-client': ['findings', 'zenodo-api'],
  'zenodo-sandbox': ['findings', 'zenodo-api', 'record-page'],
  finalize: ['findings', 'fixity', 'manifest', 'deposit'],
  forge: ['findings'],
  deposit: ['findings', 'fixity', 'manifest', 'metadata', 'bundle', 'zenodo-api', 'zenodo-client'],
};
const packages = Object.keys(mayImport);

// Specs may start the local Zenodo: it is the fake that stands beside the client.
const specsUse = { 'zenodo-client': ['zenodo-sandbox'], deposit: ['zenodo-sandbox'] };

const wall = (from, to) => ({
  sourceTag: `scope:${from}`,
  onlyDependOnLibsWithTags: [from, ...to].map((name) => `scope:${name}`),
});

export const walls = [
  ...packages.map((name) => wall(name, [...mayImport[name], ...(specsUse[name] ?? [])])),
  wall('nx-zenodo', packages),
  {
    sourceTag: 'scope:app',
    onlyDependOnLibsWithTags: [...packages, 'nx-zenodo', 'tools'].map((n) => `scope:${n}`),
  },
  { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['*'] },
];
