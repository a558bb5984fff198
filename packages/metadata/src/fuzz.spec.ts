import { describe, expect, it } from '@jest/globals';
import { RECORD_HTML, cleanText, sanitizeHtml } from '@nx-zenodo/zenodo-api';
import fc from 'fast-check';
import type { GithubRelease } from './github/github-release.js';
import { resolveGithubRelease } from './github/resolve-github.js';
import { resolveRelease } from './resolve/resolve-release.js';
import { readCitationCff } from './source/citation-source.js';
import { readCodemeta } from './source/codemeta-source.js';
import { readZenodoJson } from './source/deposit-source.js';

// More of them with FUZZ_RUNS=40000.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 1500);

const release: GithubRelease = {
  fullName: 'a/b',
  tag: 'v1',
  releaseName: '',
  bodyHtml: '',
  repositoryDescription: '',
  publishedAt: '2026-01-01T00:00:00Z',
  detectedLicense: null,
  contributors: [],
  owner: null,
  processingDate: '2026-01-02',
};

const KEYS =
  'title description creators contributors license upload_type publication_type publication_date keywords version language grants related_identifiers references notes method dates locations communities subjects access_right embargo_date doi custom imprint_publisher name orcid affiliation gnd type identifier relation scheme id place lat lon start end authors abstract message family-names given-names __proto__ constructor prototype metadata'.split(
    ' ',
  );
const WORDS =
  'software dataset article MIT cc-by Doe, open embargoed 2020-01-01 2021-02-30 10.1234/x https://e.org cites isAlternateIdentifier eng xx ContactPerson 0000-0002-1825-0097'.split(
    ' ',
  );

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, false, '', 0, -1, 1.5, 'ab'),
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
  ),
}));

function run(json: Uint8Array | undefined, cff: Uint8Array | undefined): void {
  const outcome = resolveGithubRelease(release, { zenodoJson: json, citationCff: cff });
  expect(typeof outcome.accepted).toBe('boolean');
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(PROTOTYPE_SIZE);
}
const PROTOTYPE_SIZE = Object.getOwnPropertyNames(Object.prototype).length;

describe('anything at all as metadata', () => {
  it('when it is JSON of known keys and odd values, both resolvers decide and nothing leaks', () => {
    fc.assert(
      fc.property(value, (written) => {
        const text = JSON.stringify(written);
        run(Buffer.from(text), undefined);
        const main = { text: `{"metadata": ${text}}`, path: 'zenodo.metadata.json' };
        const readings = [
          readZenodoJson(text, '.zenodo.json'),
          readCodemeta(text, 'codemeta.json'),
        ];
        const facts = { name: 'a', version: 'v1' };
        const resolved = resolveRelease({
          main,
          readings,
          sources: [],
          release: facts,
          manifestSha256: 'a'.repeat(64),
          today: '2026-01-02',
        });
        expect(resolved.metadata !== null || resolved.findings.length > 0).toBe(true);
      }),
      { numRuns },
    );
  });

  it('when it is YAML or bytes, the integration decides', () => {
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...KEYS),
          fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 })),
        )
        .map(([key, word]) => `${key}: ${word}`),
      fc.constantFrom(
        '  - a',
        '- b: c',
        '&a [x]',
        '*a',
        '? k',
        '"q',
        "'q",
        '[x, {y: z',
        '---',
        '\tx',
        '# c',
        '>',
        '<<: {a: b}',
        '!!int x',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        run(undefined, Buffer.from(lines.join('\n')));
        readCitationCff(lines.join('\n'), 'CITATION.cff');
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        run(bytes, undefined);
        run(undefined, bytes);
      }),
      { numRuns },
    );
  });

  it('when it is HTML, cleaning ends and leaves nothing that runs', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<p class="',
        '<table>',
        '<td>',
        '<script>',
        '<a href=',
        'javascript:x',
        '>',
        '"',
        '&lt;',
        '&#x3c;',
        '<!--',
        '</',
        '<svg onload=x>',
        'Ã©',
        '&amp;amp;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const html = sanitizeHtml(pieces.join(''), RECORD_HTML);
        expect(html).not.toMatch(/<(?:script|svg|img|iframe|math|style)\b/i);
      }),
      { numRuns },
    );
  });
});

describe('texts made to hurt', () => {
  it.each<[string, string]>([
    ['elements in elements', '<div>'.repeat(100_000)],
    ['formatting elements in paragraphs', '<p><b><i>'.repeat(3_000)],
    ['open brackets', '<'.repeat(200_000)],
    ['an open tag with spaces', `<a ${' '.repeat(200_000)}`],
    ['an entity escaped many times', `&${'amp;'.repeat(100_000)}`],
    ['mojibake', 'Ã©'.repeat(100_000)],
    ['white space', `${' '.repeat(200_000)}x`],
  ])('when it is %s, cleaning ends', (_, text) => {
    expect(sanitizeHtml(text, RECORD_HTML).length).toBeLessThan(text.length * 14);
    expect(cleanText(text).length).toBeLessThanOrEqual(text.length);
  });

  it.each<[string, string]>([
    ['brackets', '['.repeat(500_000)],
    ['braces', '{"a":'.repeat(200_000)],
  ])('when JSON opens many %s, it is refused', (_, text) => {
    run(Buffer.from(text), undefined);
    expect(readZenodoJson(text, '.zenodo.json').findings).toMatchObject([{ code: 'NZ3002' }]);
  });

  it.each<[string, string]>([
    ['brackets', '['.repeat(300_000)],
    ['entries', '- '.repeat(100_000)],
    ['keys', `${'? '.repeat(50_000)}`],
    ['quotes', '"'.repeat(100_001)],
    ['aliases', `a: &a [${'x, '.repeat(1000)}]\n${'b: [*a, *a, *a]\n'.repeat(5000)}`],
  ])('when YAML holds many %s, reading ends', (_, text) => {
    run(undefined, Buffer.from(`title: abc\n${text}`));
  });
});
