// Names of the former search, which Zenodo still understands.
const legacyFields: Readonly<Record<string, string>> = {
  recid: 'id',
  conceptrecid: 'parent.id',
  doi: 'pids.doi.identifier',
  conceptdoi: 'parent.pids.doi.identifier',
  title: 'metadata.title',
};

/** The InvenioRDM field that a name in a query means. */
export function rdmField(name: string): string {
  return legacyFields[name] ?? name;
}
