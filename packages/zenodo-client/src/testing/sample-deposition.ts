/** A deposition as Zenodo sends it, in the state asked for. */
export function depositionJson(base: string, state: 'unsubmitted' | 'inprogress' | 'done') {
  const self = `${base}/api/deposit/depositions/7`;
  return {
    created: '2026-01-01T00:00:00.000000+00:00',
    modified: '2026-01-01T00:00:00.000000+00:00',
    id: 7,
    record_id: 7,
    conceptrecid: '6',
    owner: 1,
    title: 'T',
    state,
    submitted: state !== 'unsubmitted',
    metadata: {},
    files: [],
    links: {
      self,
      html: `${base}/deposit/7`,
      bucket: `${base}/api/files/2f0c`,
      publish: `${self}/actions/publish`,
      edit: `${self}/actions/edit`,
      discard: `${self}/actions/discard`,
      newversion: `${self}/actions/newversion`,
    },
  };
}
