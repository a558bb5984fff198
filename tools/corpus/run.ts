// Runs Zenodo's GitHub rules over a folder of metadata files with the outcomes that are expected of them, and
// prints what agrees, what differs, and every difference. See tools/corpus/README.md for the folder's form.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { resolveGithubRelease } from '@nx-zenodo/metadata';
import type { GithubOutcome, GithubRelease } from '@nx-zenodo/metadata';

type Json = Readonly<Record<string, unknown>>;
interface Case {
  readonly name: string;
  readonly release: GithubRelease;
  readonly files: { readonly zenodoJson?: Uint8Array; readonly citationCff?: Uint8Array };
  readonly expected: Json;
}

const read = (path: string): Uint8Array | undefined =>
  existsSync(path) ? readFileSync(path) : undefined;
const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function contributorsOf(names: readonly string[]) {
  return names.map((written) => {
    const [, name = written, company] = /^(.*?)(?: \(company (.*)\))?$/.exec(written) ?? [];
    return {
      login: name,
      name,
      type: 'User',
      contributions: 1,
      ...(company === undefined ? {} : { company }),
    };
  });
}

function releaseOf(fullName: string, context: Json, detectedLicense: string | null): GithubRelease {
  const body = String(context['release_body'] ?? 'Release notes.');
  const tag = String(context['tag'] ?? 'v1.0.0');
  return {
    fullName,
    tag,
    releaseName: String(context['release_name'] ?? tag),
    bodyHtml: body === '' ? '' : `<p>${body}</p>\n`,
    repositoryDescription: '',
    publishedAt: String(context['published_at'] ?? '2026-01-15T10:00:00Z'),
    detectedLicense,
    contributors: contributorsOf(
      (context['contributors'] ?? ['Octo Cat (company GitHub)']) as string[],
    ),
    owner: { name: 'Octo Cat', company: 'GitHub' },
    processingDate: String(context['processing_date'] ?? '2026-01-20'),
  };
}

const LICENSE_KEYS: readonly (readonly [key: string, license: string | null])[] = [
  ['no_detected_licence', null],
  ['detected_licence_MIT', 'MIT'],
];

function fileCases(folder: string): Case[] {
  const expectedFolder = join(folder, 'expected');
  if (!existsSync(expectedFolder)) return [];
  return readdirSync(expectedFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const expected = parse(join(expectedFolder, name)) as Json;
      const directory = join(folder, 'files', name.slice(0, -'.json'.length));
      const zenodoJson = read(join(directory, '.zenodo.json'));
      const citationCff = read(join(directory, 'CITATION.cff'));
      const files = {
        ...(zenodoJson === undefined ? {} : { zenodoJson }),
        ...(citationCff === undefined ? {} : { citationCff }),
      };
      const alone = expected['citation_cff_alone'] as Json | undefined;
      return LICENSE_KEYS.flatMap(([key, license]) => {
        const release = releaseOf(
          String(expected['repo']),
          (expected['context'] ?? {}) as Json,
          license,
        );
        const whole = { name: `${name} ${key}`, release, files, expected: expected[key] as Json };
        if (alone?.[key] === undefined || citationCff === undefined) return [whole];
        return [
          whole,
          {
            name: `${name} ${key} CITATION.cff alone`,
            release,
            files: { citationCff },
            expected: alone[key] as Json,
          },
        ];
      });
    });
}

/** Bytes of a synthetic file: text, with `\xNN` standing for one byte where the probe says "not utf8". */
function bytesOf(written: unknown, probe: string): Uint8Array | undefined {
  if (typeof written !== 'string') return undefined;
  if (!/not.?utf-?8/i.test(probe)) return Buffer.from(written, 'utf8');
  const raw = written.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(raw, 'latin1');
}

function syntheticCases(folder: string): Case[] {
  const path = join(folder, 'synthetic-cases.json');
  if (!existsSync(path)) return [];
  return (parse(path) as Json[]).map((entry) => {
    const probe = String(entry['probe']);
    const files = entry['files'] as Json;
    const zenodoJson = bytesOf(files['.zenodo.json'], probe);
    const citationCff = bytesOf(files['CITATION.cff'], probe);
    const detected = (entry['detected_licence'] ?? null) as string | null;
    return {
      name: `synthetic: ${probe}`,
      release: releaseOf('octo/repo', (entry['context'] ?? {}) as Json, detected),
      files: {
        ...(zenodoJson === undefined ? {} : { zenodoJson }),
        ...(citationCff === undefined ? {} : { citationCff }),
      },
      expected: entry['result'] as Json,
    };
  });
}

const clip = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 400);

function metadataDifferences(label: string, expected: unknown, got: unknown): string[] {
  if (expected === undefined || expected === null) return [];
  const [before, after] = [expected as Json, (got ?? {}) as Json];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .map((key) => `${label}.${key}: expected ${clip(before[key])}, got ${clip(after[key])}`);
}

/** What decides agreement: accepted or not, stage, cause, and the metadata before and after publishing. */
function differences({ expected, release, files }: Case): string[] {
  let outcome: GithubOutcome;
  try {
    outcome = resolveGithubRelease(release, files);
  } catch (error) {
    return [`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const plain = JSON.parse(JSON.stringify(outcome)) as Json;
  const verdict = ['accepted', 'stage', 'cause']
    .filter((key) => expected[key] !== undefined && expected[key] !== plain[key])
    .map(
      (key) =>
        `${key}: expected ${clip(expected[key])}, got ${clip(plain[key])} (${clip(plain['detail'])})`,
    );
  return [
    ...verdict,
    ...metadataDifferences('generated', expected['generated_metadata'], plain['generated']),
    ...metadataDifferences('published', expected['published_metadata'], plain['published']),
  ];
}

function reworded({ expected, release, files }: Case): boolean {
  const outcome = resolveGithubRelease(release, files);
  if (outcome.accepted || !Array.isArray(expected['detail'])) return false;
  const fold = (lines: readonly unknown[]) => lines.map((line) => String(line).toLowerCase());
  return !isDeepStrictEqual(fold(expected['detail'] as unknown[]), fold(outcome.detail));
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run corpus -- <folder>');
  process.exit(2);
}
const root = resolve(process.env['INIT_CWD'] ?? '.', folder);
const groups = { files: fileCases(root), synthetic: syntheticCases(root) };
let differing = 0;
for (const [group, cases] of Object.entries(groups)) {
  const found = cases.map((one) => ({ one, lines: differences(one) }));
  const differ = found.filter(({ lines }) => lines.length > 0);
  differing += differ.length;
  for (const { one, lines } of differ)
    console.log([`✗ ${one.name}`, ...lines.map((line) => `    ${line}`)].join('\n'));
  const words = found.filter(({ one, lines }) => lines.length === 0 && reworded(one));
  if (process.argv.includes('--wording'))
    for (const { one } of words) console.log(`~ ${one.name}: worded otherwise`);
  console.log(
    `${group}: ${cases.length} cases, ${cases.length - differ.length} agree, ${differ.length} differ, ${words.length} agree in other words`,
  );
}
if (groups.files.length + groups.synthetic.length === 0) {
  console.error(`${root} holds no cases`);
  process.exit(2);
}
process.exit(differing === 0 ? 0 : 1);
