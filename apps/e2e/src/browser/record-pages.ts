import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import { depositApi } from './deposit-api.js';
import type { Deposition, Files } from './deposit-api.js';

/** Metadata that uses most parts of the page. */
export const metadata = {
  title: 'Rain gauges of the western slope',
  upload_type: 'dataset',
  publication_date: '2026-03-14',
  version: '1.0.0',
  description: '<p>Daily sums of <em>38</em> gauges.</p><ul><li>since 1961</li></ul>',
  creators: [
    { name: 'Carberry, Josiah', affiliation: 'Brown University', orcid: '0000-0002-1825-0097' },
    { name: 'Noether, Emmy' },
  ],
  contributors: [{ name: 'Meitner, Lise', type: 'DataCurator' }],
  license: 'cc-by-4.0',
  keywords: ['rain', 'gauges'],
  related_identifiers: [
    { identifier: 'https://github.com/example/rain/tree/v1.0.0', relation: 'isSupplementTo' },
  ],
  references: ['Doodson, A. T. (1921). The harmonic development.'],
  notes: 'Gauge 17 was moved in 1987.',
};

/** Two versions of a work, one after the other. */
export const firstFiles: Files = {
  'rain.csv': `day,sum\n${'1961-01-01,0.4\n'.repeat(5000)}`,
  'READ ME.txt': 'Units: millimetres.\n',
};
export const secondFiles: Files = { 'rain-2.csv': 'day,sum\n2026-01-01,1.2\n' };

/** Text that would run if any of it were taken for more than text. */
export const hostile = {
  title: `Rain </title><script>window.pwned='title'</script><img src=x onerror="window.pwned='title'">`,
  description: `<p onclick="window.pwned='description'">Kept words.</p><script>window.pwned='description'</script><a href="javascript:window.pwned='link'">link</a><svg onload="window.pwned='svg'"></svg>`,
  key: `"><img src=x onerror="window.pwned='key'">.txt`,
};

/** A local Zenodo that holds what the tests look at. */
export interface RecordPages {
  readonly url: string;
  readonly first: Deposition;
  readonly second: Deposition;
  readonly draft: Deposition;
  readonly hostile: Deposition;
  close(): Promise<void>;
}

/** Starts a local Zenodo and publishes into it through its API. */
export async function publishRecordPages(): Promise<RecordPages> {
  const store = mkdtempSync(join(tmpdir(), 'e2e-record-pages-'));
  const sandbox = await startSandbox({ store, fsync: false });
  const api = depositApi(sandbox);
  const first = await api.publish(metadata, firstFiles);
  const second = await api.publishNext(first, { ...metadata, version: '2.0.0' }, secondFiles);
  const draft = await api.draft({ ...metadata, title: 'A draft of snow' }, { 'snow.csv': 'day\n' });
  const { title, description, key } = hostile;
  const poisoned = await api.publish({ ...metadata, title, description }, { [key]: 'harmless\n' });
  return {
    url: sandbox.url,
    first,
    second,
    draft,
    hostile: poisoned,
    close: async () => {
      await sandbox.close();
      rmSync(store, { recursive: true, force: true });
    },
  };
}
