import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import {
  decodeReleaseMetadata,
  formatReleaseMetadata,
  releaseMetadataSha256,
} from '../release-metadata-text.js';
import { depositFileSchema } from './deposit-file-schema.js';
import { resolveRelease } from '../resolve/resolve-release.js';

const good = {
  upload_type: 'software',
  title: 'A title',
  description: '<p>Some text</p>',
  creators: [{ name: 'Doe, Jane', orcid: '0000-0002-1825-0097' }],
  license: 'MIT',
  publication_date: '2025-10-05',
  version: 'v1',
};

function resolve(text: string) {
  return resolveRelease({
    main: { text, path: 'zenodo.metadata.json' },
    readings: [],
    sources: [{ path: 'zenodo.metadata.json', sha256: 'b'.repeat(64) }],
    release: { name: 'A title', version: 'v1' },
    manifestSha256: 'a'.repeat(64),
    today: '2026-01-20',
  });
}

const withMetadata = (changes: object) =>
  resolve(JSON.stringify({ metadata: { ...good, ...changes } }, null, 2));
const codesOf = (changes: object) => withMetadata(changes).findings.map(({ code }) => code);

describe('zenodo.metadata.json', () => {
  it('when all is well, it gives metadata bound to the manifest, and no finding', () => {
    const { metadata, findings } = withMetadata({});
    expect(findings).toEqual([]);
    expect(metadata).toMatchObject({
      schemaVersion: 1,
      manifestSha256: 'a'.repeat(64),
      deposit: good,
    });
    expect(metadata?.origins.find(({ field }) => field === 'version')).toEqual({
      field: 'version',
      source: 'zenodo.metadata.json',
      line: 14,
      rule: 'stated',
      lost: [],
    });
  });

  it('when it states no version, the release’s own stands there', () => {
    const { metadata } = withMetadata({ version: undefined });
    expect(metadata?.deposit.version).toBe('v1');
    expect(metadata?.origins.at(-1)).toMatchObject({ field: 'version', rule: 'release' });
  });

  it('when keys are unknown or types wrong, all are named at once, with line, column and cure', () => {
    const text =
      '{\n  "metadata": {\n    "titel": "x",\n    "keywords": "a, b",\n    "creators": [{ "nam": "D" }]\n  }\n}';
    const { metadata, findings } = resolve(text);
    expect(metadata).toBeNull();
    const told = findings.map(({ code }) => code);
    expect(told.slice(4)).toEqual(['NZ3011', 'NZ3011', 'NZ3017', 'NZ3017']);
    expect(findings.slice(0, 4)).toEqual([
      expect.objectContaining({
        code: 'NZ3004',
        place: {
          file: 'zenodo.metadata.json',
          line: 5,
          column: 18,
          field: 'metadata.creators.0.name',
        },
      }),
      expect.objectContaining({ code: 'NZ3003', cure: 'Write `name`, or remove the key.' }),
      expect.objectContaining({
        code: 'NZ3004',
        message: '`metadata.keywords` must be a list, but is "a, b".',
        place: { file: 'zenodo.metadata.json', line: 4, column: 17, field: 'metadata.keywords' },
      }),
      expect.objectContaining({
        code: 'NZ3003',
        cure: 'Write `title`, or remove the key.',
        place: { file: 'zenodo.metadata.json', line: 3, column: 5, field: 'metadata.titel' },
      }),
    ]);
  });

  it('when one value cannot be read, it is left out and hides no fault of the others', () => {
    const { metadata, findings, merged } = withMetadata({
      creators: [5, { name: 'Roe, Rick', orcid: '0000-0002-1825-0098' }],
      license: 'MIT License',
      keywords: 'a',
      language: 'qqq',
      publication_type: 'article',
      foo: 1,
      bar: 2,
      notes: 'TODO later',
    });
    expect(metadata).toBeNull();
    const told = findings.map(({ code, place }) => `${code} ${place?.field ?? ''}`);
    expect(told.sort()).toEqual([
      'NZ3003 metadata.bar',
      'NZ3003 metadata.foo',
      'NZ3004 metadata.creators.0',
      'NZ3004 metadata.keywords',
      'NZ3012 metadata.language',
      'NZ3012 metadata.license',
      'NZ3014 metadata.publication_type',
      'NZ3020 metadata.creators.1.orcid',
      'NZ3022 metadata.notes',
    ]);
    expect(findings.find(({ code }) => code === 'NZ3020')?.message).toContain('`creators.1.orcid`');
    expect(merged.deposit).toMatchObject({ title: 'A title', creators: [{ name: 'Roe, Rick' }] });
  });

  it('when several members of a list are refused, each is told at its place', () => {
    const { findings } = withMetadata({
      related_identifiers: [
        { identifier: 'some words', relation: 'cites' },
        { identifier: '10.1234/x', relation: 'cites', resource_type: 'website' },
        { identifier: '10.1234/y', relation: 'cites', scheme: 'url' },
        { identifier: 'a@b.org', relation: 'cites' },
      ],
    });
    expect(findings.map(({ code, place }) => `${code} ${place?.field ?? ''}`)).toEqual([
      'NZ3012 metadata.related_identifiers.0',
      'NZ3012 metadata.related_identifiers.1.resource_type',
      'NZ3012 metadata.related_identifiers.3',
      'NZ3015 metadata.related_identifiers.2.scheme',
    ]);
  });

  it('when its text is broken, what stands before the break is shown and not judged', () => {
    const { metadata, findings, merged } = resolve('{"metadata": {"title": "Rain",, ');
    expect(metadata).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['NZ3002']);
    expect(merged.deposit).toMatchObject({ title: 'Rain' });
  });

  it.each([
    ['{"metadata": {', 'NZ3002'],
    ['', 'NZ3002'],
    ['{"metadata": {}, }', 'NZ3002'],
    ['[]', 'NZ3004'],
    ['{"metadata": null}', 'NZ3004'],
    ['{"title": "x"}', 'NZ3004'],
    ['{"metadata": {"__proto__": {"polluted": true}}}', 'NZ3003'],
  ])('when it is %j, it is refused with %s', (text, code) => {
    const { metadata, findings } = resolve(text);
    expect(metadata).toBeNull();
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('when a key stands twice, the second place is told', () => {
    const text = JSON.stringify({ metadata: good }).replace(
      '{"upload',
      '{"title":"Other",\n"upload',
    );
    expect(resolve(text).findings).toMatchObject([
      { code: 'NZ3005', place: { line: 2, field: 'metadata.title' } },
    ]);
  });

  it.each<[object, string]>([
    [{ version: 'v2' }, 'NZ3010'],
    [{ creators: undefined }, 'NZ3011'],
    [{ upload_type: undefined }, 'NZ3011'],
    [{ license: 'MIT License' }, 'NZ3012'],
    [{ language: 'qqq' }, 'NZ3012'],
    [{ title: 'ab' }, 'NZ3013'],
    [{ creators: [{ name: 'D, J', orcid: '0000-0002-1825-0098' }] }, 'NZ3020'],
    [{ access_right: 'embargoed', embargo_date: '2020-01-01' }, 'NZ3013'],
    [{ publication_type: 'article' }, 'NZ3014'],
    [{ access_conditions: 'Ask me' }, 'NZ3014'],
    [{ description: 'ab' }, 'NZ3014'],
    [{ imprint_isbn: '123' }, 'NZ3014'],
    [{ locations: [{ place: 'Null Island', lat: 0, lon: 0 }] }, 'NZ3014'],
    [{ custom: { 'my:key': 1 } }, 'NZ3014'],
    [{ doi: '10.5281/zenodo.1' }, 'NZ3018'],
    [{ notes: 'See 10.5281/zenodo.XXXXXXX' }, 'NZ3022'],
    [{ notes: '{{VERSION}}' }, 'NZ3022'],
    [{ title: null }, 'NZ3004'],
    [{ license: 'MIT OR Apache-2.0' }, 'NZ3012'],
    [{ license: 'LicenseRef-ours' }, 'NZ3012'],
    [{ language: 'English' }, 'NZ3012'],
    [{ upload_type: 'program' }, 'NZ3004'],
    [{ contributors: [{ name: 'D, J', type: 'Boss' }] }, 'NZ3004'],
    [{ dates: [{ start: '2020', type: 'Baked' }] }, 'NZ3012'],
    [{ dates: [{ start: '2021-02-30', type: 'Other' }] }, 'NZ3013'],
    [{ publication_date: '5.10.2025' }, 'NZ3013'],
    [{ grants: [{ id: '10.13039/501100000781::1' }] }, 'NZ3012'],
    [{ creators: [{ name: 'D, J', gnd: '12' }] }, 'NZ3020'],
    [{ creators: [{ name: 'Doe, J', orcid: '0000-0001-2345-6789' }] }, 'NZ3022'],
    [{ title: 'Your title: <your title here>' }, 'NZ3022'],
    [{ description: '<p>Lorem ipsum dolor</p>' }, 'NZ3022'],
    [{ version: 'v'.repeat(192) }, 'NZ3014'],
    [{ conference_url: 'no address' }, 'NZ3014'],
    ...['https://ror.org/05gq02987x', 'swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d'].map(
      (identifier): [object, string] => [
        {
          related_identifiers: [
            { identifier: identifier.replace('https://ror.org/', ''), relation: 'cites' },
          ],
        },
        'NZ3012',
      ],
    ),
  ])('when it says %j, error %s stops the release', (changes, code) => {
    const { metadata, findings } = withMetadata(changes);
    expect(metadata).toBeNull();
    expect(findings.filter(({ severity }) => severity === 'error').map((f) => f.code)).toContain(
      code,
    );
  });

  it.each([
    ['10.1234/x', 'doi'],
    ['https://example.org/a', 'url'],
    ['978-3-16-148410-0', 'isbn'],
    ['2049-3630', 'issn'],
    ['0000 0001 2103 2683', 'isni'],
    ['arXiv:2101.00001', 'arxiv'],
    ['2011ApJ...741..112C', 'ads'],
    ['ark:/12345/abc', 'ark'],
    ['urn:nbn:de:101:1-201102033592', 'urn'],
    ['urn:lsid:ubio.org:namebank:11815', 'lsid'],
    ['hdl:2381/12345', 'handle'],
    ['http://purl.org/x', 'purl'],
    ['pmid:12345678', 'pmid'],
    ['RRID:SCR_014641', 'rrid'],
    ['Q42', 'wikidata'],
    ['4006381333931', 'ean13'],
  ])('when a related identifier is %s, it is known as %s', (identifier, scheme) => {
    const related = { identifier, relation: 'cites', scheme };
    const { metadata, findings } = withMetadata({ related_identifiers: [related] });
    expect(metadata).not.toBeNull();
    expect(findings.filter(({ place }) => place?.field?.endsWith('scheme'))).toEqual([]);
  });

  it.each<[object, string]>([
    [{ license: 'apache' }, 'NZ3015'],
    [{ license: 'Python-2.0' }, 'NZ3015'],
    [{ title: 'A “curly” title' }, 'NZ3015'],
    [{ description: '<img src="x">Some text' }, 'NZ3015'],
    [{ access_right: 'closed' }, 'NZ3015'],
    [{ creators: [{ name: 'Jane Doe' }] }, 'NZ3016'],
    [{ license: undefined }, 'NZ3017'],
    [{ publication_date: undefined }, 'NZ3017'],
    [{ communities: [{ identifier: 'x' }] }, 'NZ3019'],
    [{ keywords: ['A', 'a '] }, 'NZ3026'],
    [{ keywords: ['a, b, c'] }, 'NZ3026'],
    [
      {
        related_identifiers: [
          { identifier: 'https://doi.org/10.1/x', relation: 'cites', scheme: 'url' },
        ],
      },
      'NZ3015',
    ],
  ])('when it says %j, %s is told and the release goes on', (changes, code) => {
    expect(withMetadata(changes).metadata).not.toBeNull();
    expect(codesOf(changes)).toContain(code);
  });

  it('when an unknown id is refused, the finding points at the value that became it', () => {
    const [first] = withMetadata({ language: 'qqq' }).findings;
    expect(first?.place).toMatchObject({ field: 'metadata.language' });
  });
});

describe('resolved metadata as text', () => {
  it('when it is written and read again, it is the same value with the same digest', () => {
    const { metadata } = withMetadata({});
    if (metadata === null) throw new Error('refused');
    const again = decodeReleaseMetadata(JSON.parse(formatReleaseMetadata(metadata)));
    expect(again).toEqual(metadata);
    expect(releaseMetadataSha256(again)).toMatch(/^[0-9a-f]{64}$/);
    expect(releaseMetadataSha256(again)).toBe(releaseMetadataSha256(metadata));
  });

  it('when it is none, every fault is named', () => {
    expect(() => decodeReleaseMetadata({ schemaVersion: 2, deposit: {} })).toThrow(/NZ3004.*more/);
  });
});

describe('the JSON Schema of the file', () => {
  it('when the shape changes, the shipped file must be written again', () => {
    const shipped = new URL('../../schemas/zenodo.metadata.schema.json', import.meta.url);
    const { $id, ...schema } = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>;
    expect($id).toMatch(/^urn:nx-zenodo:/);
    expect(schema).toEqual(toJsonSchema(depositFileSchema, { errorMode: 'ignore' }));
  });

  it('when the shape is complete, it has every key of the API’s type', () => {
    const keys: readonly (keyof DepositMetadata)[] = ['image_type', 'partof_pages', 'custom'];
    expect(Object.keys(depositFileSchema.entries.metadata.entries)).toEqual(
      expect.arrayContaining([...keys]),
    );
  });
});
