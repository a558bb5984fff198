import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import {
  buildManifest,
  decodeManifest,
  formatManifest,
  ManifestError,
  manifestSha256,
  mediaTypeOf,
  parseManifest,
  releaseManifestSchema,
} from './index.js';
import { sampleParts } from './testing/sample-parts.js';

const faults = (work: () => unknown) => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ManifestError) return thrown.findings;
    throw thrown;
  }
  throw new Error('it was accepted');
};

describe('building a manifest', () => {
  it('when the release is proved and validated, every file has its role, in the order of code points', () => {
    const manifest = buildManifest(sampleParts());
    expect(manifest.files.map(({ path, role, mediaType }) => [path, role, mediaType])).toEqual([
      ['SIGNATURE.sha256', 'signature', 'text/plain'],
      ['docs/brief.md', 'artifact', 'text/markdown'],
      ['ledger.ndjson', 'covered', 'application/x-ndjson'],
    ]);
    expect(manifest.totals).toEqual({ files: 3, bytes: 170 });
    expect(manifest.signature.entries).toBe(2);
  });

  it('when artifacts are not covered, every one of them is named', () => {
    const found = faults(() =>
      buildManifest(sampleParts({ artifacts: ['x', 'docs/brief.md', 'y'] })),
    );
    expect(found.map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ2501', 'x'],
      ['NZ2501', 'y'],
    ]);
  });

  it('when a check failed or none was declared, no manifest is made', () => {
    const { validation } = sampleParts();
    const failed = { ...validation, passed: 0 };
    const none = { ...validation, passed: 0, total: 0, checks: [] };
    for (const report of [failed, none]) {
      expect(faults(() => buildManifest(sampleParts({ validation: report })))[0].code).toBe(
        'NZ2502',
      );
    }
  });
});

describe('the text of a manifest', () => {
  it('when it is formatted, it is canonical, and its digest is that of its bytes', () => {
    const manifest = buildManifest(sampleParts());
    const text = formatManifest(manifest);
    expect(text.startsWith('{"files":[{"mediaType":"text/plain","path":"SIGNATURE.sha256"')).toBe(
      true,
    );
    expect(text.endsWith('}')).toBe(true);
    expect(manifestSha256(manifest)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('when it is read back, it is the same value; in any other form it is refused', () => {
    const manifest = buildManifest(sampleParts());
    const text = formatManifest(manifest);
    expect(parseManifest(text)).toEqual(manifest);
    expect(faults(() => parseManifest(`${text}\n`))[0].code).toBe('NZ2504');
    expect(faults(() => parseManifest(JSON.stringify(manifest, null, 2)))[0].code).toBe('NZ2504');
    expect(faults(() => parseManifest('{'))[0].code).toBe('NZ2503');
  });

  it('when any names are released, the text reads back to the same manifest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const { identity } = sampleParts();
        const manifest = buildManifest(sampleParts({ identity: { ...identity, name } }));
        expect(parseManifest(formatManifest(manifest))).toEqual(manifest);
      }),
    );
  });
});

describe('decoding a manifest', () => {
  const whole = JSON.parse(formatManifest(buildManifest(sampleParts())));
  const change = (work: (copy: typeof whole) => void) => {
    const copy = structuredClone(whole);
    work(copy);
    return faults(() => decodeManifest(copy)).map(({ code, place }) => [code, place?.field]);
  };

  it('when properties are missing, unknown or wrong, each is named with its place', () => {
    const found = change((copy) => {
      delete copy.tool.name;
      copy.extra = 1;
      copy.files[1].sha256 = 'XYZ';
      copy.files[2].path = '../out';
    });
    expect(found).toEqual([
      ['NZ2503', 'files.1.sha256'],
      ['NZ2503', 'files.2.path'],
      ['NZ2503', 'tool.name'],
      ['NZ2503', 'extra'],
    ]);
  });

  it('when the parts contradict each other, each contradiction is named', () => {
    const found = change((copy) => {
      copy.files.reverse();
      copy.totals.bytes += 1;
      copy.validation.passed = 0;
      copy.signature.sha256 = '0'.repeat(64);
    });
    expect(found.map(([, field]) => field)).toEqual([
      'files.1.path',
      'files.2.path',
      'totals.bytes',
      'validation.passed',
      'signature',
    ]);
  });
});

describe('media types', () => {
  it.each([
    ['a/b.json', 'application/json'],
    ['x.SHA256', 'text/plain'],
    ['LICENSE', 'text/plain'],
    ['CITATION.cff', 'application/yaml'],
    ['src/index.ts', 'text/plain'],
    ['data.tar.gz', 'application/gzip'],
    ['mystery', 'application/octet-stream'],
    ['folder.json/plain', 'application/octet-stream'],
  ])('when the file is %s, its type is %s', (path, type) => {
    expect(mediaTypeOf(path)).toBe(type);
  });
});

describe('the JSON Schema of the manifest', () => {
  it('when the shape changes, the shipped file must be written again (npm run schemas)', () => {
    const shipped = new URL('../schemas/release-manifest.schema.json', import.meta.url);
    const { $id, ...schema } = JSON.parse(readFileSync(shipped, 'utf8'));
    expect($id).toBe('urn:nx-zenodo:release-manifest:1');
    expect(schema).toEqual(toJsonSchema(releaseManifestSchema, { errorMode: 'ignore' }));
  });
});
