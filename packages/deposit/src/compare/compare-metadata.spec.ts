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

  it('when people differ, it is named, unless supervisors account for them', () => {
    const contributors: DepositMetadata['contributors'] = [{ name: 'Roe, Max', type: 'Editor' }];
    const other = { contributors: [{ name: 'Doe, Jane', type: 'Editor' }] };
    expect(fields(compareMetadata({ contributors }, other))).toEqual(['contributors']);
    expect(fields(compareMetadata({ contributors }, {}))).toEqual(['contributors']);
    expect(fields(compareMetadata({}, other))).toEqual(['contributors']);
    expect(compareMetadata({ thesis_supervisors: [{ name: 'Doe, Jane' }] }, other)).toEqual([]);
  });

  it('when only members are in another order or empty, that is no difference', () => {
    const dates = [{ type: 'Collected' as const, start: '2026-01-01', end: '2026-01-02' }];
    const back = [{ end: '2026-01-02', start: '2026-01-01', type: 'Collected', description: null }];
    expect(compareMetadata({ dates }, { dates: back, notes: null, references: [] })).toEqual([]);
    expect(fields(compareMetadata({ dates }, { dates: [{ ...back[0], end: 'x' }] }))).toEqual([
      'dates',
    ]);
  });

  it('when Zenodo filled in what was left out, that is no difference; what was sent has to stand', () => {
    const filled = {
      doi: '10.5281/zenodo.7',
      publication_date: '2026-01-02',
      imprint_publisher: 'Zenodo',
      access_right: 'open',
      license: 'cc-by-4.0',
      prereserve_doi: { doi: '10.5281/zenodo.7', recid: 7 },
    };
    expect(compareMetadata({}, filled)).toEqual([]);
    const wanted: DepositMetadata = {
      doi: '10.1234/own',
      publication_date: '2025-01-01',
      imprint_publisher: 'A press',
      access_right: 'restricted',
      license: 'MIT',
    };
    expect(fields(compareMetadata(wanted, filled))).toEqual(Object.keys(wanted).sort());
    expect(fields(compareMetadata(wanted, {}))).toEqual(Object.keys(wanted).sort());
  });

  it('when Zenodo never gives a field back, its absence is no difference', () => {
    const never: DepositMetadata = {
      access_conditions: 'Ask.',
      communities: [{ identifier: 'a' }],
      thesis_supervisors: [{ name: 'Roe, Max' }],
      prereserve_doi: true,
    };
    expect(compareMetadata(never, {})).toEqual([]);
  });

  it('when the embargo was lifted, that is no difference', () => {
    const embargoed: DepositMetadata = { access_right: 'embargoed', embargo_date: '2026-01-01' };
    const open = { access_right: 'open' };
    expect(compareMetadata(embargoed, open, '2026-01-01T00:05:00.000000+00:00')).toEqual([]);
    expect(metadataChanges(embargoed, open, '2026-07-01T00:00:00.000000+00:00')).toEqual([]);
  });

  it('when the record is open before the day, nobody closed it: that is a difference and an edit', () => {
    const embargoed: DepositMetadata = { access_right: 'embargoed', embargo_date: '2031-01-01' };
    const modified = '2026-01-01T00:05:00.000000+00:00';
    const open = { access_right: 'open' };
    const both = ['access_right', 'embargo_date'];
    expect(fields(compareMetadata(embargoed, open, modified))).toEqual(both);
    expect(fields(metadataChanges(embargoed, open, modified))).toEqual(both);
    expect(fields(compareMetadata(embargoed, open))).toEqual(both);
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

  it('when Zenodo removed markup that it does not allow, nothing; an edit would change nothing either', () => {
    const description = '<p>Words</p><script>x</script>';
    expect(
      metadataChanges({ ...sent, description }, { ...returned, description: '<p>Words</p>x' }),
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
