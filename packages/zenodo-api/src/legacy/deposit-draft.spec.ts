import { describe, expect, it } from '@jest/globals';
import { decodeDepositBody, doiErrors, publishErrors } from './deposit-draft.js';
import type { DepositDraft } from './deposit-draft.js';
import { toDepositMetadata } from './to-deposit-metadata.js';

const context = { today: '2026-01-20' };
const minimal = { title: 'A title', creators: [{ name: 'Doe, Jane' }], upload_type: 'software' };

function draftOf(metadata: object): DepositDraft {
  const decoded = decodeDepositBody({ metadata }, context);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded));
  return decoded.draft;
}

function refusalOf(body: unknown): { status: number; errors: readonly object[] } {
  const decoded = decodeDepositBody(body, context);
  if (decoded.ok) throw new Error('taken');
  return { status: decoded.status, errors: decoded.errors };
}

const roundTrip = (metadata: object) =>
  toDepositMetadata(draftOf({ ...minimal, ...metadata }), { recid: 12, doi: null });

describe('a body of the deposit API', () => {
  it('when it is empty, it makes a draft of nothing', () => {
    expect(decodeDepositBody({}, context)).toEqual({
      ok: true,
      draft: {
        metadata: {},
        customFields: {},
        access: { record: 'public', files: 'public' },
        doi: null,
      },
      saveErrors: [],
    });
  });

  it('when it has metadata, it gets day, publisher and licence that were not asked for', () => {
    const { metadata } = draftOf(minimal);
    expect(metadata).toMatchObject({
      publication_date: '2026-01-20',
      publisher: 'Zenodo',
      rights: [{ id: 'cc-by-4.0' }],
    });
    expect(draftOf({ ...minimal, upload_type: 'dataset' }).metadata.rights).toEqual([
      { id: 'cc0-1.0' },
    ]);
    expect(draftOf({ ...minimal, access_right: 'restricted' }).metadata.rights).toBeUndefined();
  });

  it('when it has another top-level key, it is refused, so that an answer cannot be sent back', () => {
    expect(refusalOf({ unknownkey: 'data', metadata: {} })).toEqual({
      status: 400,
      errors: [{ field: 'unknownkey', messages: ['Unknown field.'] }],
    });
  });

  it.each([null, [], 'text', 5, undefined])('when it is %j, Zenodo breaks', (body) => {
    expect(refusalOf(body).status).toBe(500);
  });

  it.each([
    [{ license: 123 }, 'metadata.license'],
    [{ license: ['cc-by-4.0'] }, 'metadata.license'],
    [{ license: 'MIT OR Apache-2.0' }, 'metadata.license'],
    [{ license: '' }, 'metadata.license'],
    [{ related_identifiers: 'not-a-list' }, 'metadata.related_identifiers'],
    [{ related_identifiers: ['not-a-dict'] }, 'metadata.related_identifiers.0'],
    [{ related_identifiers: [{ relation: 123 }] }, 'metadata.related_identifiers.0.relation'],
    [{ communities: { identifier: 'x' } }, 'communities'],
    [{ communities: [{ id: 'x' }] }, 'communities'],
    [{ communities: ['x'] }, 'communities'],
    [{ title: 5 }, 'metadata.title'],
    [{ description: null }, 'metadata.description'],
    [{ access_right: 'public' }, '_schema'],
    [{ access_right: 'embargoed' }, '_schema'],
    [{ language: 'en-GB' }, 'metadata.language'],
    [{ dates: [{ type: 'Collected' }] }, 'metadata.dates'],
  ])('when it says %j, the field %s is refused', (metadata, field) => {
    const { status, errors } = refusalOf({ metadata: { ...minimal, ...metadata } });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ field }]);
  });

  it('when several fields are wrong, all are named', () => {
    const { errors } = refusalOf({ metadata: { title: 1, version: 2, license: 3 } });
    expect(errors).toHaveLength(3);
  });

  it.each([
    [{ upload_type: 'Software' }, 'Invalid value Software.'],
    [{ upload_type: 'instrument' }, 'Not a valid value.'],
    [{ language: 'qqq' }, 'Invalid value qqq.'],
    [{ contributors: [{ name: 'X, Y', type: 'Boss' }] }, 'Invalid value boss.'],
    [
      { related_identifiers: [{ identifier: '10.1234/a', relation: 'related' }] },
      'Invalid value related.',
    ],
  ])(
    'when %j names what no vocabulary holds, it is refused without a list',
    (metadata, message) => {
      expect(decodeDepositBody({ metadata: { ...minimal, ...metadata } }, context)).toEqual({
        ok: false,
        status: 400,
        message,
        errors: [],
      });
    },
  );

  it('when single fields break a rule, they vanish without a word', () => {
    const metadata = {
      ...minimal,
      title: 'ab',
      version: 'v'.repeat(192),
      publication_date: '20.1.2026',
    };
    const decoded = decodeDepositBody({ metadata }, context);
    expect(decoded).toMatchObject({ ok: true });
    expect(Object.keys(draftOf(metadata).metadata)).not.toEqual(
      expect.arrayContaining(['title', 'version', 'publication_date']),
    );
    expect(decoded.ok && decoded.saveErrors.map(({ field }) => field)).toEqual([
      'metadata.title',
      'metadata.publication_date',
      'metadata.version',
    ]);
  });

  it('when a key is called __proto__ or constructor, no prototype is touched or read', () => {
    const metadata: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"name":5},"title":"abc"}',
    );
    const decoded = decodeDepositBody({ metadata }, context);
    expect(decoded.ok && decoded.draft.metadata.title).toBe('abc');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('publishing a draft', () => {
  it('when nothing was given, all that is required is named in one answer', () => {
    const decoded = decodeDepositBody({}, context);
    const errors = decoded.ok ? publishErrors(decoded.draft, context) : [];
    expect(errors.map(({ field }) => field)).toEqual([
      'metadata.resource_type',
      'metadata.creators',
      'metadata.title',
      'metadata.publication_date',
    ]);
  });

  it.each([
    [
      { creators: [{}] },
      'metadata.creators.0.person_or_org.family_name',
      'Family name cannot be blank.',
    ],
    [
      { creators: [{ name: 'D, J', orcid: '0000-0002-1825-0098' }] },
      'metadata.creators.0.person_or_org.identifiers.0.identifier',
      'Invalid ORCID identifier.',
    ],
    [
      { contributors: [{ name: 'X' }] },
      'metadata.contributors.0.role',
      'Missing data for required field.',
    ],
    [
      { notes: 'ab' },
      'metadata.additional_descriptions.0.description',
      'Missing data for required field.',
    ],
    [
      { access_right: 'embargoed', embargo_date: '2026-01-20' },
      'access.embargo.until',
      'Embargo end date must be set to a future date.',
    ],
    [
      { keywords: [''] },
      'metadata.subjects.0.subjects',
      'An existing id or a free text subject must be present.',
    ],
  ])('when %j was saved, it is refused at %s', (metadata, field, message) => {
    expect(publishErrors(draftOf({ ...minimal, ...metadata }), context)).toEqual([
      { field, messages: [message] },
    ]);
  });

  it('when the publisher is empty, only the DOI complains', () => {
    const draft = draftOf({ ...minimal, imprint_publisher: '' });
    expect(publishErrors(draft, context)).toEqual([]);
    expect(doiErrors(draft.metadata)).toMatchObject([{ field: 'metadata.publisher' }]);
  });
});

describe('the answer of the deposit API', () => {
  it.each([
    ['MIT', 'mit-license'],
    ['Apache-2.0', 'apache2.0'],
    ['CC0-1.0', 'cc-zero'],
    ['GPL-3.0', 'gpl-3.0'],
    ['AGPL-3.0-only', 'apgl-v3'],
    ['BSD-3-Clause', 'bsd-3-clause'],
    ['cc-by', 'cc-by'.replace('cc-by', 'cc-by-4.0')],
  ])('when %s was sent, it says %s', (license, answered) => {
    expect(roundTrip({ license }).license).toBe(answered);
  });

  it('when everything was sent, everything comes back in Zenodo’s spelling', () => {
    const answer = roundTrip({
      contributors: [{ name: 'X, Y', type: 'ContactPerson' }],
      thesis_supervisors: [{ name: 'S, T', affiliation: 'ETH' }],
      related_identifiers: [
        { identifier: '2011ApJS..192...18K', relation: 'isAlternateIdentifier' },
        { identifier: 'https://doi.org/10.1234/foo', relation: 'isOrignialFormOf' },
      ],
      grants: [{ id: '777541' }, { id: '10.13039/100014013::EP/1' }],
      dates: [{ start: '2020-01-01', end: '2020-02-01', type: 'Collected' }],
      locations: [
        { lat: 1.5, lon: 2.5, place: 'X' },
        { lat: 0, lon: 1, place: 'Null' },
      ],
      language: 'en',
      journal_title: 'J',
      conference_url: 'no url',
      subjects: [{ term: 'T', identifier: 'i', scheme: 's', more: 1 }],
      communities: [{ identifier: 'c1' }, { identifier: 'c2' }],
      custom: { 'code:codeRepository': 'https://e.org', 'other:key': 1 },
      prereserve_doi: true,
    });
    expect(answer).toMatchObject({
      contributors: [
        { name: 'S, T', affiliation: 'ETH', type: 'Supervisor' },
        { name: 'X, Y', type: 'ContactPerson' },
      ],
      related_identifiers: [
        { identifier: '10.1234/foo', relation: 'isOriginalFormOf', scheme: 'doi' },
        { identifier: '2011ApJS..192...18K', relation: 'isAlternateIdentifier', scheme: 'ads' },
      ],
      grants: [{ id: '10.13039/501100000780::777541' }, { id: '10.13039/100014013::EP/1' }],
      dates: [{ start: '2020-01-01', end: '2020-02-01', type: 'collected' }],
      locations: [{ lat: 1.5, lon: 2.5, place: 'X' }, { place: 'Null' }],
      language: 'eng',
      journal_title: 'J',
      subjects: [{ term: 'T', identifier: 'i', scheme: 's' }],
      communities: [{ identifier: 'c1' }, { identifier: 'c2' }],
      custom: { 'code:codeRepository': 'https://e.org' },
      imprint_publisher: 'Zenodo',
      prereserve_doi: { doi: '10.5281/zenodo.12', recid: 12 },
    });
    expect(answer).not.toHaveProperty('conference_url');
    expect(answer).not.toHaveProperty('thesis_supervisors');
  });
});
