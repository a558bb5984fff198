import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  checkReport,
  decodeChecks,
  decodeValidationReport,
  runChecks,
  ValidationError,
} from '../index.js';
import type { WrittenCheck } from '../index.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'validation-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(join(root, path), text);
}

async function run(
  checks: WrittenCheck[],
  options: { strict?: boolean; env?: NodeJS.ProcessEnv } = {},
) {
  const { report, findings } = await runChecks({ root, checks: decodeChecks(checks), ...options });
  return {
    report,
    findings,
    verdicts: report.checks.map((check) => check.passed),
    details: report.checks.map((check) => check.detail),
    codes: findings.map((found) => found.code),
  };
}

const scores = { modules: [{ health: { score: 80 } }, { health: { score: 84.3 } }] };

describe('checks of JSON', () => {
  it('when the files are JSON, it passes with the digest of every one of them', async () => {
    await put('b/one.json', '{}');
    await put('a.json', '[]');
    const { report } = await run([{ kind: 'json', name: 'valid', files: ['b/*.json', 'a.json'] }]);
    expect(report.checks[0]).toEqual({
      name: 'valid',
      kind: 'json',
      passed: true,
      detail: '2 files of valid JSON',
      evidence: [
        {
          path: 'a.json',
          sha256: '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',
        },
        {
          path: 'b/one.json',
          sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        },
      ],
    });
  });

  it('when one is broken, one missing and a glob empty, all three are told', async () => {
    await put('a.json', '{"a":1,}');
    const { codes, findings } = await run([
      { kind: 'json', name: 'valid', files: ['a.json', 'none.json', 'no/*.json'], cure: 'Do it.' },
    ]);
    expect(codes).toEqual(['NZ2205', 'NZ2203', 'NZ2215']);
    expect(findings[0]).toMatchObject({
      place: { file: 'a.json', line: 1, column: 8 },
      cure: 'Do it.',
    });
  });

  it('when a schema of the release is not satisfied, each violation has its place', async () => {
    await put('s.json', {
      type: 'object',
      properties: { n: { type: 'integer' } },
      required: ['id'],
      additionalProperties: false,
    });
    await put('a.json', { n: 'x', extra: 1 });
    const { findings, codes } = await run([
      { kind: 'json-schema', name: 'shape', files: ['a.json'], schema: 's.json' },
    ]);
    expect(new Set(codes)).toEqual(new Set(['NZ2206']));
    expect(findings.map((found) => found.place?.field).sort()).toEqual(['', '', '/n']);
    expect(findings.some((found) => found.message.includes('extra'))).toBe(true);
  });

  it.each([
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2019-09/schema',
  ])('when the schema is of the dialect %s, it is understood', async ($schema) => {
    await put('s.json', { $schema, type: 'object', properties: { at: { format: 'date-time' } } });
    await put('good.ndjson', '{"at":"2025-01-01T00:00:00Z"}\n');
    await put('bad.ndjson', '{}\n{"at":"noon"}\n');
    const { codes, findings } = await run([
      { kind: 'json-schema', name: 'shape', files: ['*.ndjson'], schema: 's.json' },
    ]);
    expect(codes).toEqual(['NZ2206']);
    expect(findings[0]?.place).toEqual({ file: 'bad.ndjson', line: 2, field: '/at' });
  });

  it.each([
    [{ $ref: 'https://example.org/other.json' }],
    [{ $schema: 'http://json-schema.org/draft-03/schema#' }],
    [{ type: 'sonnet' }],
    ['"text"'],
  ])('when the schema cannot be used (%j), that is the finding', async (schema) => {
    await put('s.json', schema);
    await put('a.json', {});
    const check: WrittenCheck = {
      kind: 'json-schema',
      name: 's',
      files: ['a.json'],
      schema: 's.json',
    };
    expect((await run([check])).codes).toEqual(['NZ2207']);
  });
});

describe('checks of ledgers', () => {
  const lines = (...stamps: string[]) =>
    stamps.map((ts, id) => `{"id":${id},"ts":"${ts}"}\n`).join('');

  it('when entries are counted, blank lines and CRLF endings do not matter', async () => {
    await put('l.ndjson', '{"id":1}\r\n\r\n{"id":2}\n  \n{"id":3}');
    const check: WrittenCheck = {
      kind: 'ndjson',
      name: 'l',
      file: 'l.ndjson',
      count: 3,
      distinct: '/id',
    };
    expect(await run([check])).toMatchObject({ verdicts: [true], details: ['3 entries'] });
  });

  it('when the stated number stands in another file, it is read there', async () => {
    await put('l.ndjson', lines('2025-01-01', '2025-01-02'));
    await put('meta.json', { ledger: { entries: 3 } });
    const count = { file: 'meta.json', pointer: '/ledger/entries' };
    const { codes, report } = await run([{ kind: 'ndjson', name: 'l', file: 'l.ndjson', count }]);
    expect(codes).toEqual(['NZ2209']);
    expect(report.checks[0]?.evidence.map(({ path }) => path)).toEqual(['l.ndjson', 'meta.json']);
  });

  it('when time goes back or an entry is doubled, the line is named', async () => {
    await put('l.ndjson', `${lines('2025-01-02', '2025-01-01')}{"id":0,"ts":"2025-01-03"}\n`);
    const { findings } = await run([
      { kind: 'ndjson', name: 'l', file: 'l.ndjson', monotone: '/ts', distinct: '/id' },
    ]);
    expect(findings.map(({ code, place }) => [code, place?.line])).toEqual([
      ['NZ2210', 2],
      ['NZ2211', 3],
    ]);
  });

  it('when the ledger is empty or broken, it fails, and a broken one is not told for ever', async () => {
    await put('empty.ndjson', '');
    await put('broken.ndjson', '{\n'.repeat(1000));
    const { codes, details } = await run([
      { kind: 'ndjson', name: 'e', file: 'empty.ndjson' },
      { kind: 'ndjson', name: 'b', file: 'broken.ndjson' },
    ]);
    expect(codes[0]).toBe('NZ2209');
    expect(codes.filter((code) => code === 'NZ2208')).toHaveLength(20);
    expect(details[1]).toBe('20 problems or more');
  });

  it('when a line is longer than one read of the disk, it is put together again', async () => {
    const long = JSON.stringify({ text: 'é'.repeat(150_000) });
    await put('l.ndjson', `${long}\n${long}\n`);
    expect(
      (await run([{ kind: 'ndjson', name: 'l', file: 'l.ndjson', count: 2 }])).verdicts,
    ).toEqual([true]);
  });
});

describe('checks of equal values', () => {
  it('when counts and means agree after reduction, it passes', async () => {
    await put('modules.json', scores);
    await put('meta.json', { total: 2, average: 82.2 });
    const modules = { file: 'modules.json', pointer: '/modules' } as const;
    const { verdicts, details } = await run([
      {
        kind: 'equals',
        name: 'n',
        values: [
          { ...modules, reduce: 'length' },
          { file: 'meta.json', pointer: '/total' },
          { constant: 2 },
        ],
      },
      {
        kind: 'equals',
        name: 'm',
        values: [
          { ...modules, reduce: 'mean', each: '/health/score', decimals: 1 },
          { file: 'meta.json', pointer: '/average' },
        ],
      },
      {
        kind: 'equals',
        name: 'x',
        values: [{ ...modules, reduce: 'max', each: '/health/score' }, { constant: 84 }],
        tolerance: 0.5,
      },
    ]);
    expect(verdicts).toEqual([true, true, true]);
    expect(details.slice(0, 2)).toEqual(['all are 2', 'all are 82.2']);
  });

  it('when they differ, every value is told with where it stands', async () => {
    await put('a.json', { n: 1 });
    const { findings, details } = await run([
      { kind: 'equals', name: 'n', values: [{ file: 'a.json', pointer: '/n' }, { constant: '1' }] },
    ]);
    expect(details).toEqual(['1 ≠ "1"']);
    expect(findings[0]?.message).toBe('n: The values differ: a.json#/n is 1, the constant is "1".');
  });

  it.each([
    [{ file: 'a.json', pointer: '/none' }, 'NZ2212'],
    [{ file: 'a.json', pointer: '/text', reduce: 'length' }, 'NZ2214'],
    [{ file: 'a.json', pointer: '/text', decimals: 1 }, 'NZ2214'],
    [{ file: 'a.json', pointer: '/mixed', reduce: 'sum' }, 'NZ2214'],
    [{ file: 'a.json', pointer: '/mixed', reduce: 'sum', each: '/x' }, 'NZ2212'],
    [{ file: 'a.json', pointer: '/empty', reduce: 'mean' }, 'NZ2214'],
  ] as const)('when %j cannot be had, the code is %s', async (operand, code) => {
    await put('a.json', { text: 'x', mixed: [1, 'x'], empty: [] });
    const values = [operand, { constant: 1 }];
    expect((await run([{ kind: 'equals', name: 'n', values }])).codes).toEqual([code]);
  });
});

describe('checks of presence', () => {
  it('when a minimum in all is stated, one empty pattern does no harm', async () => {
    await put('trends/a.csv', 'x');
    await put('trends/.hidden.csv', 'x');
    const { verdicts, codes } = await run([
      { kind: 'exists', name: 'two', paths: ['trends/*.csv', 'none/*'], min: 2 },
      { kind: 'exists', name: 'three', paths: ['trends/*.csv'], min: 3 },
    ]);
    expect(verdicts).toEqual([true, false]);
    expect(codes).toEqual(['NZ2215']);
  });

  it.each(['../x', '/etc/passwd', 'a/../../x', 'C:/x', 'a\\b', 'x/../*.json'])(
    'when the path is %s, it is refused before anything is read',
    async (path) => {
      expect((await run([{ kind: 'exists', name: 'x', paths: [path] }])).codes).toEqual(['NZ2204']);
    },
  );

  it('when a link leads out, or the path is a directory, it is refused', async () => {
    await symlink(tmpdir(), join(root, 'out'));
    await put('dir/x', '1');
    const { codes } = await run([{ kind: 'exists', name: 'x', paths: ['out', 'dir'] }]);
    expect(codes).toEqual(['NZ2204', 'NZ2204']);
  });

  it('when a name looks like a glob but is a file, the file is meant', async () => {
    await put('a[1].json', '{}');
    const { report } = await run([{ kind: 'json', name: 'x', files: ['a[1].json'] }]);
    expect(report.checks[0]?.evidence[0]?.path).toBe('a[1].json');
  });
});

describe('checks by command', () => {
  const node = (script: string): Pick<WrittenCheck & { kind: 'command' }, 'kind' | 'argv'> => ({
    kind: 'command',
    argv: [process.execPath, '-e', script],
  });

  it('when the program ends as expected in the release root, it passes', async () => {
    await put('here', 'x');
    const script = "process.exit(require('fs').existsSync('here') ? 3 : 4)";
    const { details, report } = await run([
      { ...node(script), name: 'x', exitStatus: 3, reads: ['here'] },
    ]);
    expect(details).toEqual(['exit status 3']);
    expect(report.checks[0]?.evidence).toHaveLength(1);
  });

  it('when it fails, the last of its output is in the finding and not in the report', async () => {
    const script = "console.error('the reason'); process.exit(1)";
    const { findings, report, codes } = await run([{ ...node(script), name: 'x' }]);
    expect(codes).toEqual(['NZ2216']);
    expect(findings[0]?.message).toContain('the reason');
    expect(JSON.stringify(report)).not.toContain('the reason');
  });

  it('when it does not end in time, it is ended with all that it started', async () => {
    await put(
      'child.mjs',
      "import { writeFileSync } from 'node:fs'; setInterval(() => writeFileSync('beat', String(Date.now())), 5);",
    );
    const script =
      "require('child_process').spawn(process.execPath, ['child.mjs'], { stdio: 'inherit' }); setInterval(() => {}, 1000)";
    // `close` waits for the pipes of every descendant: that the run ends at all shows that none is left.
    expect((await run([{ ...node(script), name: 'x', timeLimitSeconds: 0.5 }])).codes).toEqual([
      'NZ2217',
    ]);
  });

  it('when the program is not there, or killed by a signal, that is told', async () => {
    const { codes, details } = await run([
      { kind: 'command', name: 'none', argv: ['no-such-program-anywhere'] },
      { ...node("process.kill(process.pid, 'SIGKILL')"), name: 'killed' },
    ]);
    expect(codes).toEqual(['NZ2218', 'NZ2216']);
    expect(details).toEqual(['not started', 'ended by SIGKILL']);
  });

  it('when no shell is asked for, its words are plain text', async () => {
    const script = "process.exit(process.argv[1] === '$HOME;x' ? 0 : 1)";
    const check: WrittenCheck = {
      kind: 'command',
      name: 'x',
      argv: [process.execPath, '-e', script, '$HOME;x'],
    };
    const shell: WrittenCheck = {
      kind: 'command',
      name: 's',
      argv: ['exit', '$(( 1 + 2 ))'],
      shell: true,
      exitStatus: 3,
    };
    expect((await run([check, shell])).verdicts).toEqual([true, true]);
  });

  it('when the environment holds a token, the command does not see it', async () => {
    const script = "process.exit('ZENODO_TOKEN' in process.env ? 1 : 0)";
    const env = { ...process.env, ZENODO_TOKEN: 'x' };
    expect((await run([{ ...node(script), name: 'x' }], { env })).verdicts).toEqual([true]);
  });
});

describe('a run of checks', () => {
  const bad: WrittenCheck = { kind: 'exists', name: 'bad', paths: ['none'] };
  const good: WrittenCheck = { kind: 'exists', name: 'good', paths: ['here'] };
  const all: WrittenCheck = { kind: 'all-passed', name: 'all' };

  it('when one fails, the others run, and the last one that asks for all fails with it', async () => {
    await put('here', 'x');
    const { verdicts, codes, report } = await run([bad, good, all]);
    expect(verdicts).toEqual([false, true, false]);
    expect(codes).toEqual(['NZ2203', 'NZ2219']);
    expect([report.passed, report.total]).toEqual([1, 3]);
  });

  it('when it is strict, it stops at the first failure', async () => {
    await put('here', 'x');
    const { verdicts, report } = await run([good, bad, all], { strict: true });
    expect(verdicts).toEqual([true, false]);
    expect(report.total).toBe(3);
  });

  it('when it is run twice, the reports are the same bytes; another list is another digest', async () => {
    await put('here', 'x');
    const [first, second, other] = [await run([good]), await run([good]), await run([good, all])];
    expect(JSON.stringify(first.report)).toBe(JSON.stringify(second.report));
    expect(first.report.checksSha256).not.toBe(other.report.checksSha256);
    expect(JSON.stringify(first.report)).not.toContain(root);
    expect(decodeValidationReport(JSON.parse(JSON.stringify(first.report)))).toEqual(first.report);
  });

  it('when the list is empty, it is an error', async () => {
    await expect(runChecks({ root, checks: [] })).rejects.toThrow(ValidationError);
  });
});

describe('a report kept on disk', () => {
  const checks = decodeChecks([{ kind: 'exists', name: 'here', paths: ['a', 'b'] }]);

  it('when nothing has changed, it holds', async () => {
    await put('a', 'x');
    await put('b', 'x');
    const { report } = await runChecks({ root, checks });
    expect(await checkReport({ root, checks, report })).toEqual([]);
  });

  it('when a file changed, one is gone, or the checks are others, each is told', async () => {
    await put('a', 'x');
    await put('b', 'x');
    const { report } = await runChecks({ root, checks });
    await put('a', 'y');
    await rm(join(root, 'b'));
    const others = decodeChecks([{ kind: 'exists', name: 'other', paths: ['a'] }]);
    const found = await checkReport({ root, checks: others, report });
    expect(found.map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ2221', undefined],
      ['NZ2203', 'b'],
      ['NZ2221', 'a'],
    ]);
  });

  it('when a check had failed, it does not hold', async () => {
    const { report } = await runChecks({ root, checks });
    expect((await checkReport({ root, checks, report })).map(({ code }) => code)).toContain(
      'NZ2222',
    );
  });
});
