import { describe, expect, it } from '@jest/globals';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { compareMetadata, metadataChanges, newDifferences } from './compare-metadata.js';

const sent: DepositMetadata = {
  upload_type: 'publication',
  publication_type: 'thesis',
  title: ' A title ',
  description: '<p>Words <u>of</u> it</p><script>x</script>',
  creators: [{ name: 'Doe,Jane', orcid: 'https://orcid.org/0000-0002-1825-0097' }],
  thesis_supervisors: [{ name: 'Roe, Max' }],
  license: 'MIT',
  keywords: ['b', 'a'],
  related_identifiers: [
    { identifier: 'https://doi.org/10.1234/foo', relation: 'cites' },
    { identifier: 'https://example.org/a', relation: 'isSupplementTo' },
  ],
  communities: [{ identifier: 'b' }, { identifier: 'a' }],
  grants: [],
  access_conditions: 'Ask.',
};
const returned = {
  upload_type: 'publication',
  publication_type: 'dissertation',
  title: 'A title',
  description: '<p>Words <u>of</u> it</p>x',
  creators: [{ name: 'Doe, Jane', affiliation: null, orcid: '0000-0002-1825-0097' }],
  contributors: [{ name: 'Roe, Max', type: 'Supervisor' }],
  license: 'mit-license',
  keywords: ['b', 'a'],
  related_identifiers: [
    { identifier: 'https://example.org/a', relation: 'isSupplementTo', scheme: 'url' },
    { identifier: '10.1234/foo', relation: 'cites', scheme: 'doi' },
  ],
  communities: [{ identifier: 'a' }, { identifier: 'b' }],
  access_right: 'open',
  imprint_publisher: 'Zenodo',
  publication_date: '2026-01-02',
  prereserve_doi: { doi: '10.5281/zenodo.7', recid: 7 },
  doi: '10.5281/zenodo.7',
};
const fields = (differences: readonly { field: string }[]) => differences.map((one) => one.field);

describe('metadata that came back', () => {
  it('when Zenodo only wrote it in its own way, the words are what counts', () => {
    expect(
      compareMetadata(
        { ...sent, description: '<p>Words of it</p>' },
        { ...returned, description: 'Words of it' },
      ),
    ).toEqual([]);
  });

  it('when a field was dropped, changed or added, it is named with both values', () => {
    const changed = {
      ...returned,
      keywords: undefined,
      title: 'Another',
      notes: 'Added on the site.',
    };
    const differences = compareMetadata(
      { ...sent, description: 'x' },
      { ...changed, description: 'x' },
    );
    expect(differences).toEqual([
      { field: 'keywords', sent: ['b', 'a'], returned: undefined },
      { field: 'notes', sent: undefined, returned: 'Added on the site.' },
      { field: 'title', sent: ' A title ', returned: 'Another' },
    ]);
  });

  it('when the embargo was lifted, that is no difference', () => {
    const embargoed: DepositMetadata = { access_right: 'embargoed', embargo_date: '2026-01-01' };
    expect(compareMetadata(embargoed, { access_right: 'open' })).toEqual([]);
  });
});

describe('what an edit would change', () => {
  it('when Zenodo gave back what it makes of the metadata, nothing', () => {
    expect(
      fields(
        metadataChanges(
          { ...sent, description: '<p>Words <u>of</u> it</p>' },
          { ...returned, description: '<p>Words <u>of</u> it</p>' },
        ),
      ),
    ).toEqual([]);
  });

  it('when only markup differs, it counts', () => {
    const [before, after] = ['<p>Words <em>of</em> it</p>', '<p>Words <strong>of</strong> it</p>'];
    expect(
      fields(
        metadataChanges({ ...sent, description: after }, { ...returned, description: before }),
      ),
    ).toEqual(['description']);
  });

  it('when the same was lost at publication already, it is no reason', () => {
    const lost = [{ field: 'notes', sent: 'x', returned: undefined }];
    expect(newDifferences(lost, lost)).toEqual([]);
    expect(newDifferences(lost, [{ field: 'notes', sent: 'y', returned: undefined }])).toEqual(
      lost,
    );
  });
});
